/** PostgreSQL's text takes neither NUL nor half a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Without `u` it finds whole pairs too, and is several times as fast. */
const PERHAPS_UNSTORABLE = /[\0\ud800-\udfff]/;

/** Whether PostgreSQL takes a text. @public */
export function isStorableText(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** A text as any database takes it: NUL is left out, half a surrogate pair becomes U+FFFD. @public */
export function toStorableText(text: string): string {
  return PERHAPS_UNSTORABLE.test(text)
    ? Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8')
    : text;
}
