import fc from 'fast-check';
import { NameTelling, presentNames } from './presentNames';

/** That a repository has a name, told of a time; that it had another before, told of none. */
const has = (repositoryId: string, name: string, at: number | null = null) => ({
  repositoryId,
  name,
  formerName: '',
  at,
  toldAt: 0,
});
const renamed = (
  repositoryId: string,
  formerName: string,
  name: string,
  toldAt = 0,
): NameTelling[] => [
  has(repositoryId, formerName),
  { ...has(repositoryId, name), toldAt },
  { repositoryId, name, formerName, at: null, toldAt },
];

const present = (tellings: NameTelling[]) =>
  Object.fromEntries(presentNames(tellings));

describe('presentNames', () => {
  it.each<[string, NameTelling[], Record<string, string>]>([
    ['the only one', [has('77', 'shop', 1)], { 77: 'shop' }],
    [
      'the one that was told last',
      [has('77', 'shop', 9), has('77', 'old', 5)],
      { 77: 'shop' },
    ],
    [
      'the one that followed, though nothing else was told of it',
      [has('77', 'old', 5), ...renamed('77', 'old', 'shop')],
      { 77: 'shop' },
    ],
    [
      'the end of a chain, whichever rename was told first',
      [...renamed('77', 'b', 'c', 1), ...renamed('77', 'a', 'b', 2)],
      { 77: 'c' },
    ],
    [
      'the first one again, where it came back',
      [
        has('77', 'a', 9),
        has('77', 'b', 5),
        ...renamed('77', 'a', 'b', 1),
        ...renamed('77', 'b', 'a', 2),
      ],
      { 77: 'a' },
    ],
    [
      'the last of a circle of which no time is known',
      [...renamed('77', 'a', 'b', 1), ...renamed('77', 'b', 'a', 2)],
      { 77: 'a' },
    ],
    [
      'each its own, where a new one took the old name',
      [...renamed('77', 'shop', 'store'), has('99', 'shop', 9)],
      { 77: 'store', 99: 'shop' },
    ],
    [
      'a name aside for one whose own was taken',
      [has('77', 'shop', 5), has('99', 'shop', 9)],
      { 77: 'shop~77', 99: 'shop' },
    ],
  ])('are %s', (_, tellings, expected) => {
    expect(present(tellings)).toEqual(expected);
  });

  it('are the same in any order, and no two repositories share one', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const telling: fc.Arbitrary<NameTelling> = fc.record({
      repositoryId: fc.constantFrom('1', '2', '3'),
      name,
      formerName: fc.constant(''),
      at: fc.option(fc.nat(5)),
      toldAt: fc.nat(3),
    });
    const rename = fc
      .tuple(fc.constantFrom('1', '2', '3'), name, name, fc.nat(3))
      .filter(([, from, to]) => from !== to)
      .map(([id, from, to, at]) => renamed(id, from, to, at));
    fc.assert(
      fc.property(
        fc
          .array(
            fc.oneof(
              telling.map(one => [one]),
              rename,
            ),
            { minLength: 1 },
          )
          .map(all => all.flat())
          .chain(all =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
            ),
          ),
        ([all, shuffled]) => {
          expect(present(shuffled)).toEqual(present(all));
          const names = Object.values(present(all));
          expect(new Set(names).size).toBe(names.length);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
