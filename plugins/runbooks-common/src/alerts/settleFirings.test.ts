import fc from 'fast-check';
import { settleFirings, ToldFiring } from './settleFirings';

const told = (key: string, startsAt: number, endsAt?: number): ToldFiring => ({
  key,
  startsAt,
  ...(endsAt !== undefined && { endsAt }),
});

/** Records of one fingerprint, in any order and often at the same time. */
const firings = fc
  .uniqueArray(
    fc.record({
      key: fc.nat({ max: 20 }).map(String),
      startsAt: fc.nat({ max: 12 }),
      length: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
    }),
    { selector: ({ key }) => key, maxLength: 12 },
  )
  .map(all =>
    all.map(({ key, startsAt, length }) =>
      told(key, startsAt, length === undefined ? undefined : startsAt + length),
    ),
  );

describe('settleFirings', () => {
  it('leaves firings that follow each other as they are', () => {
    expect(
      settleFirings([told('b', 30, 40), told('a', 10, 20), told('c', 50)]),
    ).toEqual([
      { key: 'a', endsAt: 20 },
      { key: 'b', endsAt: 40 },
      { key: 'c', endsAt: undefined },
    ]);
  });

  it('ends what fires by an end that was told with another start', () => {
    expect(settleFirings([told('a', 10), told('end', 25, 25)])).toEqual([
      { key: 'a', endsAt: 25 },
      { key: 'end', partOf: 'a', endsAt: 25 },
    ]);
  });

  it('takes the first of several ends', () => {
    const [whole] = settleFirings([
      told('a', 10, 30),
      told('x', 12, 20),
      told('y', 14, 25),
    ]);
    expect(whole).toEqual({ key: 'a', endsAt: 20 });
  });

  it('ends a firing of which no end was told when the alert fires again', () => {
    expect(settleFirings([told('a', 10), told('b', 30)])).toEqual([
      { key: 'a', endsAt: 30 },
      { key: 'b', endsAt: undefined },
    ]);
  });

  it('counts a firing that begins as the one before ends for itself', () => {
    expect(settleFirings([told('a', 10, 20), told('b', 20, 30)])).toEqual([
      { key: 'a', endsAt: 20 },
      { key: 'b', endsAt: 30 },
    ]);
  });

  it('counts one start once, however often it is told', () => {
    const settled = settleFirings([
      told('a', 10),
      told('b', 10),
      told('c', 10, 20),
    ]);
    expect(settled.filter(({ partOf }) => partOf === undefined)).toEqual([
      { key: 'a', endsAt: 20 },
    ]);
  });

  it('does not depend on the order in which records come', () => {
    fc.assert(
      fc.property(
        firings.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          expect(settleFirings(shuffled)).toEqual(settleFirings(all));
        },
      ),
    );
  });

  it('never lets an alert fire twice at once, nor begin and not be told of', () => {
    fc.assert(
      fc.property(firings, all => {
        const settled = settleFirings(all);
        const own = settled.filter(({ partOf }) => partOf === undefined);
        const startOf = new Map(all.map(one => [one.key, one.startsAt]));
        expect(settled).toHaveLength(all.length);
        own.slice(1).forEach((one, index) => {
          expect(own[index].endsAt).toBeLessThanOrEqual(startOf.get(one.key)!);
        });
        const keys = new Set(own.map(({ key }) => key));
        expect(
          settled.filter(({ key, partOf }) => !keys.has(partOf ?? key)),
        ).toEqual([]);
      }),
    );
  });
});
