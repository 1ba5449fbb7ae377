import fc from 'fast-check';
import { readRunbookOutline } from '../markdown';
import {
  DEFAULT_HEALTH_RULES,
  findBroken,
  HealthEvidence,
  judgeHealth,
} from './judgeHealth';

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.parse('2026-11-30T12:00:00Z');

const TEXT = `# Disk full

## Meaning

The disk is full.

## Impact

Nobody can pay.

## Diagnosis

\`\`\`sh
df -h
\`\`\`

## Mitigation

Remove what is old.
`;

const well: HealthEvidence = {
  now: NOW,
  tier: 'critical',
  resolves: { state: 'ok' },
  outline: readRunbookOutline(TEXT),
  verifiedAt: NOW - 10 * DAY,
  deployments: 3,
};

describe('judgeHealth', () => {
  it('says of each part how it stands', () => {
    const at = new Date(NOW - 10 * DAY).toISOString();
    expect(judgeHealth(well)).toEqual({
      health: {
        resolves: { state: 'ok' },
        complete: { state: 'ok' },
        actionable: { state: 'ok' },
        fresh: { state: 'ok', at, value: 10 },
        drift: { state: 'ok', at, value: 3 },
      },
      changesAt: NOW + DAY,
    });
  });

  it('knows nothing of what nobody verified, and of a text that nobody read', () => {
    const { health, changesAt } = judgeHealth({
      ...well,
      outline: undefined,
      textMissing: 'The host answers 403',
      verifiedAt: undefined,
    });
    expect(health).toMatchObject({
      complete: { state: 'unknown', reason: 'The host answers 403' },
      actionable: { state: 'unknown', reason: 'The host answers 403' },
      fresh: {
        state: 'unknown',
        reason: 'Nobody has verified it yet; read it and say so',
      },
      drift: { state: 'unknown' },
    });
    expect(changesAt).toBeUndefined();
  });

  it.each([
    ['critical', undefined, 90],
    ['high', undefined, 120],
    ['normal', undefined, 180],
    ['critical', 14 * DAY, 14],
  ] as const)(
    'lets a verification at the tier %s, %p, hold for %i days',
    (tier, timeToLive, days) => {
      const judge = (age: number) =>
        judgeHealth({
          ...well,
          tier,
          timeToLive,
          verifiedAt: NOW - age,
        }).health.fresh;
      expect(judge(days * DAY - 1).state).toBe('ok');
      expect(judge(days * DAY)).toMatchObject({ state: 'bad', value: days });
    },
  );

  it('counts deployments, and knows that none was ever told from none', () => {
    const judge = (deployments: number | undefined) =>
      judgeHealth({ ...well, deployments }).health.drift;
    expect(judge(0)).toMatchObject({ state: 'ok', value: 0 });
    expect(judge(DEFAULT_HEALTH_RULES.maxDeployments)).toMatchObject({
      state: 'bad',
      value: DEFAULT_HEALTH_RULES.maxDeployments,
    });
    expect(judge(undefined)).toMatchObject({
      state: 'unknown',
      reason: expect.stringMatching(/ever told/),
    });
  });

  it('changes with the clock alone only at the time that it says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * DAY }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (age, share) => {
          const verifiedAt = NOW - age;
          const { health, changesAt } = judgeHealth({ ...well, verifiedAt });
          expect(changesAt).toBeGreaterThan(NOW);
          const before = NOW + Math.floor((changesAt! - 1 - NOW) * share);
          expect(
            judgeHealth({ ...well, verifiedAt, now: before }).health,
          ).toEqual(health);
          expect(
            judgeHealth({ ...well, verifiedAt, now: changesAt! }).health,
          ).not.toEqual(health);
        },
      ),
    );
  });
});

describe('findBroken', () => {
  it('names what turned bad from ok, and nothing that was no better before', () => {
    const { health } = judgeHealth({ ...well, resolves: { state: 'bad' } });
    expect(findBroken({ resolves: 'ok', complete: 'ok' }, health)).toEqual([
      'resolves',
    ]);
    expect(findBroken({ resolves: 'unknown' }, health)).toEqual([]);
    expect(findBroken({ resolves: 'bad' }, health)).toEqual([]);
  });
});
