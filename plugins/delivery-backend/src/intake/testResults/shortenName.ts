import { createHash } from 'node:crypto';

/** Names are part of the key of a record, which an index holds. */
const MAX_NAME = 200;

const ELLIPSIS = '…';

/** The bytes that a text takes in a key at most: what separates the parts of a key is written longer in it. */
export function sizeInKey(text: string): number {
  return Buffer.byteLength(text.replace(/[:%]/g, '%253A'));
}

/** Shortens a name that is too long for a key. Long names of parameterised tests differ at their ends, so a hash stays. */
export function shortenName(text: string): string {
  if (text.length <= MAX_NAME && sizeInKey(text) <= MAX_NAME) {
    return text;
  }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const room = MAX_NAME - sizeInKey(ELLIPSIS + hash);
  let start = '';
  let size = 0;
  for (const character of text) {
    size += sizeInKey(character);
    if (size > room) {
      break;
    }
    start += character;
  }
  return `${start}${ELLIPSIS}${hash}`;
}
