import fc from 'fast-check';
import { mergeAll, observe } from '../merge';
import { Change } from './change';
import { Interval } from './interval';
import { settleMergeQueue } from './settleMergeQueue';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();
const seen = (minute: number): Interval => ({ from: at(minute) });
const out = (minute: number): Interval => ({
  from: at(minute),
  to: at(minute),
});
const stay = (from: number, to?: number): Interval => ({
  from: at(from),
  ...(to !== undefined && { to: at(to) }),
});

describe('settleMergeQueue', () => {
  it.each<[string, Interval[], Partial<Change>, Interval[]]>([
    ['it was never there', [], {}, []],
    ['it is there', [seen(0)], {}, [stay(0)]],
    ['it left', [seen(0), out(5)], {}, [stay(0, 5)]],
    ['it was merged', [seen(0)], { mergedAt: at(9) }, [stay(0, 9)]],
    ['it was closed', [seen(0)], { closedAt: at(9) }, [stay(0, 9)]],
    [
      'it left and joined again',
      [seen(0), out(5), seen(8)],
      { mergedAt: at(9) },
      [stay(0, 5), stay(8, 9)],
    ],
    [
      'groups were made for it on the way',
      [seen(0), seen(2), seen(4), out(9)],
      { mergedAt: at(9) },
      [stay(0, 9)],
    ],
    ['only the end of it was seen', [out(5)], {}, []],
    ['a group is told of after the merge', [seen(9)], { mergedAt: at(9) }, []],
    [
      'it was closed and opened again before',
      [seen(5)],
      { closedAt: at(1) },
      [stay(5)],
    ],
  ])('where %s', (_, mergeQueue, change, expected) => {
    expect(settleMergeQueue({ mergeQueue, ...change })).toEqual(expected);
  });

  it('tells stays that do not overlap, the same in any order', () => {
    const minute = fc.integer({ min: 0, max: 59 });
    const sightings = fc.array(fc.oneof(minute.map(seen), minute.map(out)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        sightings.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
          ),
        ),
        fc.option(minute, { nil: undefined }),
        ([all, shuffled], merged) => {
          const stays = (told: Interval[]) => {
            const records = told.map(interval =>
              observe(
                {
                  kind: 'change',
                  source: 'github',
                  repo: 'acme/shop',
                  number: 2,
                  mergeQueue: [interval],
                  mergedAt: merged === undefined ? undefined : at(merged),
                },
                { occurredAt: interval.from, observedAt: at(59), via: 'test' },
              ),
            );
            return (mergeAll(records) as Change[]).flatMap(settleMergeQueue);
          };
          const settled = stays(all);
          expect(stays(shuffled)).toEqual(settled);
          settled.forEach(({ from, to }, index) => {
            const next = settled[index + 1]?.from;
            expect(to === undefined || from < to).toBe(true);
            expect(next === undefined || (to ?? '9') <= next).toBe(true);
            expect(merged === undefined || (to ?? '9') <= at(merged)).toBe(
              true,
            );
          });
        },
      ),
    );
  });
});
