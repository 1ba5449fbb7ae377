import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStorableText } from '@fairlead/bulk-sql';

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

/**
 * The rows of a keyset page, and the cursor of the page after it.
 *
 * @param rows - in the order of the list, one more than a page holds: that one tells that there is another page
 * @public
 */
export function cutPage<TRow>(
  rows: readonly TRow[],
  options: {
    /** How many rows a page holds. */
    limit: number;
    /** The name and the filters of the list, as for `decodeCursor`. */
    list: unknown;
    /** The sort key of a row. */
    keyOf(row: TRow): unknown;
  },
): { shown: TRow[]; next: { nextCursor?: string } } {
  const { limit, list, keyOf } = options;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    shown,
    next:
      last !== undefined && rows.length > limit
        ? { nextCursor: encodeCursor(list, keyOf(last)) }
        : {},
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
