import { check, result } from '../__fixtures__';
import { shareRows } from './shareRows';

function waiting(count: number) {
  const ids = Array.from({ length: count }, (_, i) => `c${i}`);
  return result({
    checks: ids.map(id => check({ id, status: 'fail' })),
    next: count > 0 ? { level: 'silver', checks: ids } : null,
  });
}

describe('shareRows', () => {
  it.each([
    [[7], [4]],
    [
      [7, 7],
      [2, 2],
    ],
    [
      [1, 7],
      [1, 3],
    ],
    [
      [7, 0, 7],
      [2, 0, 2],
    ],
    [
      [7, 7, 7],
      [2, 1, 1],
    ],
    [
      [3, 3, 3, 3, 3],
      [1, 1, 1, 1, 1],
    ],
    [[], []],
  ])('of %j waiting checks shows %j', (counts, shown) => {
    const sections = shareRows(counts.map(waiting));
    expect(sections.map(section => section.shown.length)).toEqual(shown);
    sections.forEach((section, i) =>
      expect(section.shown.length + section.more).toBe(counts[i]),
    );
  });
});
