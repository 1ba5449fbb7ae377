import fc from 'fast-check';
import { matchesPattern } from './matchesPattern';

describe('matchesPattern', () => {
  it.each([
    ['DiskFull', 'DiskFull', true],
    ['DiskFull', 'diskfull', false],
    ['DiskFull', 'Disk', false],
    ['DiskFull', 'Disk*', true],
    ['DiskFull', '*Full', true],
    ['DiskFull', 'D*k*l', true],
    ['DiskFull', 'Disk????', true],
    ['DiskFull', 'Disk???', false],
    ['DiskFull', '*', true],
    ['', '*', true],
    ['', '?', false],
    ['Disk 🚢', 'Disk ?', true],
    ['a.b', 'a?b', true],
    ['a+b', 'a.b', false],
    ['[a-z]', '[a-z]', true],
  ])('%s and %s: %s', (name, pattern, expected) => {
    expect(matchesPattern(name, pattern)).toBe(expected);
  });

  it('matches a name against itself with any of it left open', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.stringMatching(/^[a-c.+(){}^$|\\🚢]{1,4}$/u),
            fc.constantFrom('same', '*', '?'),
          ),
        ),
        parts => {
          const name = parts.map(([text]) => text).join('');
          const pattern = parts
            .map(([text, how]) => {
              if (how === 'same') {
                return text;
              }
              return how === '*' ? '*' : '?'.repeat(Array.from(text).length);
            })
            .join('');
          expect(matchesPattern(name, pattern)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['*a'.repeat(300), 'a'.repeat(1_000).concat('b'), false],
    ['*?'.repeat(300).concat('b'), 'a'.repeat(1_000), false],
  ])(
    'answers %.12s…, which a backtracking matcher never ends with',
    (pattern, name, expected) => {
      expect(matchesPattern(name, pattern)).toBe(expected);
    },
  );
});
