import { z } from 'zod';
import { decodeCursor, encodeCursor, SortText } from './cursor';

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
