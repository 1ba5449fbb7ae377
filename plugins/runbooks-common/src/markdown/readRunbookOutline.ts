import { readMarkdown } from './readMarkdown';
import { RunbookOutline } from './types';

/**
 * What a runbook in Markdown is made of. Takes any text, however hostile, and never throws: what was not read comes
 * back as a problem. The time it takes grows with the length of the text alone.
 *
 * @public
 */
export function readRunbookOutline(text: string): RunbookOutline {
  return readMarkdown(text).outline;
}
