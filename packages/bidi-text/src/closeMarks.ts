const POP_EMBEDDING = '\u202c';
const POP_ISOLATE = '\u2069';

/** What opens, with what closes it: embeddings and overrides, and isolates. */
const CLOSED_BY = new Map([
  ['\u202a', POP_EMBEDDING],
  ['\u202b', POP_EMBEDDING],
  ['\u202d', POP_EMBEDDING],
  ['\u202e', POP_EMBEDDING],
  ['\u2066', POP_ISOLATE],
  ['\u2067', POP_ISOLATE],
  ['\u2068', POP_ISOLATE],
]);

/**
 * A text with its direction marks in pairs: what was left open is closed at the end, and what closes nothing is left
 * out.
 *
 * @public
 */
export function closeMarks(text: string): string {
  const open: string[] = [];
  let paired = '';
  for (const char of text) {
    const closing = CLOSED_BY.get(char);
    if (closing) {
      open.push(closing);
      paired += char;
    } else if (char === POP_EMBEDDING) {
      // An embedding outside of an isolate cannot be closed from within.
      if (open.at(-1) === POP_EMBEDDING) {
        paired += open.pop();
      }
    } else if (char === POP_ISOLATE) {
      if (open.includes(POP_ISOLATE)) {
        const opened = open.splice(open.lastIndexOf(POP_ISOLATE));
        paired += opened.reverse().join('');
      }
    } else {
      paired += char;
    }
  }
  return paired + open.reverse().join('');
}
