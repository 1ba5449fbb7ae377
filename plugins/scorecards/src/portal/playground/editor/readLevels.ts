import { isSeq, parseDocument } from 'yaml';

/** The levels that a text names, as far as it can be read. */
export function readLevels(text: string): string[] {
  const levels = parseDocument(text).getIn(['spec', 'levels']);
  return isSeq(levels)
    ? levels.items.map(item => String(item)).filter(level => level !== '')
    : [];
}
