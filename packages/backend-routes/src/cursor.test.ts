import { z } from 'zod';
import { cutPage, decodeCursor, encodeCursor, SortText } from './cursor';

const Key = z.tuple([z.int(), SortText]);

describe('decodeCursor', () => {
  it('reads back the key of the list that the cursor was made for', () => {
    const cursor = encodeCursor(['a', { b: 1 }], [3, 'x']);
    expect(decodeCursor(['a', { b: 1 }], Key, cursor)).toEqual([3, 'x']);
    expect(decodeCursor('any', Key, undefined)).toBeUndefined();
  });

  it.each([
    ['of another list', encodeCursor(['b'], [3, 'x'])],
    ['with a key of another shape', encodeCursor(['a'], ['x', 3])],
    ['with NUL in its key', encodeCursor(['a'], [3, 'x\u0000'])],
    ['with half a surrogate pair', encodeCursor(['a'], [3, '\ud800'])],
    ['that is no JSON', 'abc'],
    ['that is empty', ''],
  ])('refuses a cursor %s', (_, cursor) => {
    expect(() => decodeCursor(['a'], Key, cursor)).toThrow(
      "'cursor' does not belong to this list",
    );
  });
});

describe('cutPage', () => {
  const cut = (rows: number[]) =>
    cutPage(rows, { limit: 2, list: ['numbers'], keyOf: row => row });

  it.each([[[]], [[1]], [[1, 2]]])('shows all of %j', rows => {
    expect(cut(rows)).toEqual({ shown: rows, next: {} });
  });

  it('goes on behind the last row that is shown', () => {
    const { shown, next } = cut([1, 2, 3]);
    expect(shown).toEqual([1, 2]);
    expect(decodeCursor(['numbers'], z.int(), next.nextCursor)).toBe(2);
  });
});
