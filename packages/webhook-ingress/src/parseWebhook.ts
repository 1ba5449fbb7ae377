import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';

/** Deeper than any webhook that makes sense, far less than what the subscribers' recursive readers stand. */
const MAX_DEPTH = 100;

/**
 * Reads the body of a webhook.
 *
 * @throws InputError if it is no JSON, or nested deeper than any webhook that makes sense
 */
export function parseWebhook(text: string): JsonValue {
  const payload = parseJson(text);
  assertShallow(payload);
  return payload;
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('The body is not JSON');
  }
}

/** Walks without recursion, since the depth is not known yet. */
function assertShallow(payload: JsonValue): void {
  let level: unknown[] = [payload];
  for (let depth = 0; level.length > 0; depth += 1) {
    level = level.filter(value => typeof value === 'object' && value !== null);
    if (depth === MAX_DEPTH && level.length > 0) {
      throw new InputError(
        `The body is nested deeper than ${MAX_DEPTH} levels`,
      );
    }
    level = level.flatMap(value => Object.values(value as object));
  }
}
