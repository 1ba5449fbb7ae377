const FACT_ID = /^[a-z][a-zA-Z0-9]*(?:\.[a-zA-Z0-9][a-zA-Z0-9_-]*)+$/;

const MAX_LENGTH = 120;

/**
 * Whether a text is a well-formed fact id: words joined by dots, `<family>.<noun>.<measure>`, at least two,
 * the first in lower case; at most 120 characters.
 *
 * @public
 */
export function isFactId(id: unknown): id is string {
  return typeof id === 'string' && id.length <= MAX_LENGTH && FACT_ID.test(id);
}
