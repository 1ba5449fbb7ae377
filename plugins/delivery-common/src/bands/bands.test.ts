import { bandOf, quickCheckScores, BAND_EDITIONS } from '.';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('bandOf', () => {
  it.each([
    ['leadTime', 30 * 60_000, '2021', 'elite'],
    ['leadTime', 2 * HOUR, '2021', 'high'],
    ['leadTime', 2 * HOUR, '2023', 'elite'],
    ['leadTime', 8 * DAY, '2024', 'medium'],
    ['leadTime', 400 * DAY, '2024', 'low'],
    ['changeFailRate', 0.15, '2021', 'elite'],
    ['changeFailRate', 0.15, '2023', 'medium'],
    ['recoveryTime', 2 * HOUR, '2023', 'high'],
  ] as const)(
    'places %s of %d by the edition of %s as %s',
    (id, value, edition, band) => {
      expect(bandOf({ id, value, n: 5 }, edition)).toBe(band);
    },
  );

  it.each([
    [5, 'elite'],
    [3, 'high'],
    [0.5, 'medium'],
    [0, 'low'],
  ])('reads %d deploy days a week as %s', (deployDaysPerWeek, band) => {
    const result = {
      id: 'deploymentFrequency',
      value: 40,
      n: 9,
      parts: { deployDaysPerWeek },
    } as const;
    expect(bandOf(result, '2023')).toBe(band);
  });

  it.each([
    ['fewer than five samples', { id: 'leadTime', value: 1, n: 4 }, '2023'],
    ['no value', { id: 'leadTime', n: 9 }, '2023'],
    [
      'clusters that do not follow on each other',
      { id: 'changeFailRate', value: 0.07, n: 9 },
      '2024',
    ],
    ['an edition without bands', { id: 'leadTime', value: 1, n: 9 }, '2025'],
    [
      'a measure that is not of DORA',
      { id: 'ci.feedback', value: 1, n: 9 },
      '2023',
    ],
  ] as const)('tells no band for %s', (_name, result, edition) => {
    expect(bandOf(result, edition)).toBeUndefined();
  });
});

describe('quickCheckScores', () => {
  it('maps six categories and percentages to 0 to 10 and takes the mean of what was answered', () => {
    expect(
      quickCheckScores({
        leadTime: 6,
        deploymentFrequency: 1,
        changeFailRate: 0,
      }),
    ).toEqual({ throughput: 5, stability: 10, overall: 20 / 3 });
    expect(quickCheckScores({})).toEqual({});
  });

  it('shows that the mean of change fail rate of 2025 is a share of failures and not a score', () => {
    const scale = BAND_EDITIONS['2025'].scales.changeFailRate;
    expect(scale).toMatchObject({ kind: 'scores', of: 'share', mean: 1.9 });
    expect(quickCheckScores({ changeFailRate: 0.19 }).stability).toBeCloseTo(
      8.1,
    );
  });
});
