import { closeMarks } from './closeMarks';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Direction marks, and letters of the scripts that are read from right to left. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Where a paragraph ends, and with it all that is open. */
// eslint-disable-next-line no-control-regex -- separators of Unicode's class B are control characters
const PARAGRAPH_END = /([\n\r\u001c-\u001e\u0085\u2029]+)/;

/**
 * A text that people wrote, for a place within a sentence: it shows as written and leaves the words around it in order.
 *
 * @public
 */
export function isolate(text: string): string {
  return TURNS.test(text)
    ? text.split(PARAGRAPH_END).map(isolateParagraph).join('')
    : text;
}

function isolateParagraph(text: string): string {
  return TURNS.test(text)
    ? `${FIRST_STRONG_ISOLATE}${closeMarks(text)}${POP_ISOLATE}`
    : text;
}
