import fc from 'fast-check';
import { CONTRIBUTION_KINDS } from '../track';
import { countsFrom, ShownWork, verifyByRecords } from './verifyByRecords';

const START = Date.UTC(2026, 8, 1);
const HOUR = 3_600_000;

const merged = (key: string, hours: number): ShownWork => ({
  key,
  kind: 'merged-change',
  at: START + hours * HOUR,
  title: `Change ${key}`,
  url: `https://example.com/${key}`,
  origin: 'agent',
});

const work = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    kind: fc.constantFrom(...CONTRIBUTION_KINDS),
    at: fc.integer({ min: START - 60 * HOUR, max: START + 60 * HOUR }),
  }),
  { selector: ({ key }) => key },
);

describe('verifyByRecords', () => {
  it('verifies by the change with which it is enough, and says which that was', () => {
    const options = {
      record: 'merged-change',
      times: 2,
      startAt: START,
    } as const;
    expect(
      verifyByRecords({ ...options, work: [merged('b', 5), merged('a', 2)] }),
    ).toEqual({
      reached: 2,
      doneAt: START + 5 * HOUR,
      evidence: {
        by: 'record',
        title: 'Change b',
        url: 'https://example.com/b',
        origin: 'agent',
      },
    });
    expect(
      verifyByRecords({ ...options, work: [merged('a', 2), merged('a', 2)] }),
    ).toEqual({ reached: 1 });
  });

  it('counts nothing from before the journey but for the difference of clocks', () => {
    const verdict = (hours: number) =>
      verifyByRecords({
        record: 'merged-change',
        startAt: START,
        work: [merged('a', hours)],
      });
    expect(verdict(-25)).toEqual({ reached: 0 });
    expect(verdict(-23)).toMatchObject({ reached: 1, doneAt: START });
  });

  it('comes to the same in whatever order and how often work is told', () => {
    fc.assert(
      fc.property(
        work.chain(all =>
          fc.record({
            all: fc.constant(all),
            again: fc.shuffledSubarray([...all, ...all], {
              minLength: 2 * all.length,
            }),
          }),
        ),
        fc.constantFrom(...CONTRIBUTION_KINDS),
        fc.integer({ min: 1, max: 4 }),
        ({ all, again }, record, times) => {
          const of = (told: ShownWork[]) =>
            verifyByRecords({ record, times, startAt: START, work: told });
          expect(of(again)).toEqual(of(all));
        },
      ),
    );
  });

  it('is never undone by more work, and done no later', () => {
    fc.assert(
      fc.property(work, fc.integer({ min: 1, max: 3 }), (all, times) => {
        const of = (told: ShownWork[]) =>
          verifyByRecords({
            record: 'merged-change',
            times,
            startAt: START,
            work: told,
          });
        const less = of(all.slice(1));
        const more = of(all);
        expect(more.reached).toBeGreaterThanOrEqual(less.reached);
        expect(more.doneAt ?? Infinity).toBeLessThanOrEqual(
          less.doneAt ?? Infinity,
        );
        expect(more.doneAt !== undefined).toBe(
          all.filter(
            ({ kind, at }) =>
              kind === 'merged-change' && at >= countsFrom(START),
          ).length >= times,
        );
      }),
    );
  });
});
