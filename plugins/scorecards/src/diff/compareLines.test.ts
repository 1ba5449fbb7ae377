import { compareLines } from './compareLines';

describe('compareLines', () => {
  it('finds nothing between equal texts, whatever their last line break', () => {
    expect(compareLines({ before: 'a\nb', after: 'a\nb\n' })).toEqual([]);
  });

  it('shows what was removed and added, numbered in the version it belongs to', () => {
    expect(
      compareLines({ before: 'a\nb\nc\n', after: 'a\nB\nB2\nc\n', context: 1 }),
    ).toEqual([
      [
        { kind: 'same', text: 'a', line: 1 },
        { kind: 'removed', text: 'b', line: 2 },
        { kind: 'added', text: 'B', line: 2 },
        { kind: 'added', text: 'B2', line: 3 },
        { kind: 'same', text: 'c', line: 4 },
      ],
    ]);
  });

  it('keeps changes that lie far apart in stretches of their own', () => {
    const before = Array.from({ length: 30 }, (_, i) => `line ${i}`);
    const after = before.with(0, 'first').with(29, 'last');
    expect(
      compareLines({ before: before.join('\n'), after: after.join('\n') }),
    ).toHaveLength(2);
  });
});
