import fc from 'fast-check';
import { CheckResult, ScorecardResult } from '../api';
import { weigh } from '../engine/ladder';
import { CHECK_STATUSES, CheckStatus } from '../results';
import { judgeGate } from '.';

const LEVELS = ['bronze', 'silver', 'gold'];

const check = (
  id: string,
  level: string,
  status: CheckStatus,
  more: Partial<CheckResult> = {},
): CheckResult => ({
  id,
  title: `Check ${id}`,
  level,
  weight: 1,
  status,
  since: '2026-11-01T00:00:00.000Z',
  reason: `it is ${status}`,
  evidence: [],
  ...more,
});

/** A result as the engine weighs it. */
function resultOf(
  checks: CheckResult[],
  waivedMeaning?: ScorecardResult['waivedMeaning'],
): ScorecardResult {
  return {
    scorecardRef: 'scorecard:default/readiness',
    title: 'Readiness',
    levels: LEVELS,
    ...weigh(
      LEVELS,
      checks.map(({ id, level, weight }) => ({
        id,
        rank: LEVELS.indexOf(level),
        weight,
      })),
      checks.map(({ status, countsFrom }) =>
        countsFrom === undefined ? status : undefined,
      ),
      waivedMeaning,
    ),
    checks,
    waivedMeaning,
    changedAt: '2026-11-01T00:00:00.000Z',
  };
}

const mixed = resultOf([
  check('a', 'bronze', 'pass'),
  check('b', 'silver', 'stale'),
  check('c', 'silver', 'fail'),
  check('d', 'gold', 'waived'),
  check('e', 'bronze', 'fail', { countsFrom: '2027-01-01T00:00:00.000Z' }),
]);

describe('judgeGate', () => {
  it('says what is missing in a sentence, first what fails', () => {
    expect(judgeGate(mixed, { level: 'silver' })).toEqual({
      holds: false,
      reason:
        "It does not hold the level 'silver' of 'Readiness': 'Check c' fails (it is fail); 'Check b' is known from too long ago only (it is stale)",
      missing: [
        expect.objectContaining({ checkId: 'c', status: 'fail' }),
        expect.objectContaining({ checkId: 'b', status: 'stale' }),
      ],
    });
    expect(judgeGate(mixed, { level: 'bronze' })).toEqual({
      holds: true,
      reason: "It holds the level 'bronze' of 'Readiness'",
      missing: [],
    });
  });

  it('asks for certain checks, those too that are only announced', () => {
    const ask = (...checks: string[]) => judgeGate(mixed, { checks }).holds;
    expect(ask('a', 'd')).toBe(true);
    expect(ask('a', 'b')).toBeNull();
    expect(ask('b', 'e')).toBe(false);
    expect(judgeGate(mixed, { level: 'bronze', checks: ['b'] })).toMatchObject({
      holds: null,
      reason: expect.stringContaining(
        "whether it holds the level 'bronze' and the checks 'b' of 'Readiness'",
      ),
    });
  });

  it.each([
    ['without a result', undefined, { level: 'bronze' }],
    ['of a level that came later', mixed, { level: 'platinum' }],
    ['of a check that came later', mixed, { checks: ['z'] }],
    [
      'where nothing applies',
      resultOf([check('a', 'bronze', 'not-applicable')]),
      { level: 'bronze' },
    ],
  ])('knows nothing %s', (_, result, requirement) => {
    expect(judgeGate(result, requirement)).toMatchObject({
      holds: null,
      reason: expect.stringContaining('It is not known'),
      missing: [],
    });
  });

  it('agrees with the level that the engine weighs, and fails only where something fails', () => {
    const checks = fc.array(
      fc.tuple(
        fc.constantFrom(...LEVELS),
        fc.constantFrom(...CHECK_STATUSES),
        fc.boolean(),
      ),
      { minLength: 1, maxLength: 8 },
    );
    const meaning = fc.constantFrom<ScorecardResult['waivedMeaning'][]>(
      undefined,
      'left-out',
      'accepted-risk',
      'counts',
    );
    fc.assert(
      fc.property(
        checks,
        meaning,
        fc.constantFrom(...LEVELS),
        (made, waivedMeaning, level) => {
          const result = resultOf(
            made.map(([of, status, isAnnounced], index) =>
              check(
                `c${index}`,
                of,
                status,
                isAnnounced ? { countsFrom: '2027-01-01T00:00:00.000Z' } : {},
              ),
            ),
            waivedMeaning,
          );
          const { holds, missing } = judgeGate(result, { level });
          const isReached =
            LEVELS.indexOf(result.level ?? '') >= LEVELS.indexOf(level);
          expect(holds === true).toBe(isReached);
          expect(holds === false).toBe(
            missing.some(({ status }) => ['fail', 'waived'].includes(status)),
          );
        },
      ),
    );
  });
});
