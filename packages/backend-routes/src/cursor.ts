import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStorableText } from './isStorableText';

function hashOf(list: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(list))
    .digest('base64url')
    .slice(0, 16);
}

/**
 * Makes the opaque cursor of a keyset page: the sort key of its last row, bound to the list (its name and filters), so
 * that a cursor of one list is not taken for one of another.
 *
 * @public
 */
export function encodeCursor(list: unknown, key: unknown): string {
  return Buffer.from(JSON.stringify([hashOf(list), key])).toString('base64url');
}

/** A ref or an id in a sort key. Nobody signs cursors: what is in them is checked like any input. @public */
export const SortText = z.string().max(1000).refine(isStorableText);

/** Reads back what `encodeCursor` made; undefined without a cursor. Throws an InputError for any other text. @public */
export function decodeCursor<TKey>(
  list: unknown,
  key: z.ZodType<TKey>,
  cursor: string | undefined,
): TKey | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const parsed = z
    .tuple([z.literal(hashOf(list)), key])
    .safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) {
    throw new InputError(
      `'cursor' does not belong to this list; leave it out to start at the first page`,
    );
  }
  return parsed.data[1];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
