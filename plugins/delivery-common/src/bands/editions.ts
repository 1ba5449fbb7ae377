import { BandEdition, BandEditionData, ThresholdScale } from './types';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;
const ONCE_A_MONTH = 12 / 52;
const ONCE_IN_SIX_MONTHS = 1 / 26;

const DEVLAKE = {
  title: 'Apache DevLake, DORA benchmarks',
  url: 'https://devlake.apache.org/docs/DORA/',
};

const shorterThan = (
  elite: number,
  high: number,
  medium: number,
): ThresholdScale => ({
  kind: 'thresholds',
  bands: [
    { band: 'elite', test: '<', limit: elite },
    { band: 'high', test: '<', limit: high },
    { band: 'medium', test: '<', limit: medium },
    { band: 'low' },
  ],
});

const atMost = (
  elite: number,
  high: number,
  medium: number,
): ThresholdScale => ({
  kind: 'thresholds',
  bands: [
    { band: 'elite', test: '<=', limit: elite },
    { band: 'high', test: '<=', limit: high },
    { band: 'medium', test: '<=', limit: medium },
    { band: 'low' },
  ],
});

/** DevLake reads "on demand" as a median of at least five days with a deployment in a week. */
const deployDays = (high: number, medium: number): ThresholdScale => ({
  kind: 'thresholds',
  part: 'deployDaysPerWeek',
  bands: [
    { band: 'elite', test: '>=', limit: 5 },
    { band: 'high', test: '>=', limit: high },
    { band: 'medium', test: '>=', limit: medium },
    { band: 'low' },
  ],
});

/** What each edition says; none is applied unless it is chosen. @public */
export const BAND_EDITIONS: Record<BandEdition, BandEditionData> = {
  2021: {
    edition: '2021',
    title: 'DORA 2021, as read by DevLake',
    source: DEVLAKE,
    scales: {
      leadTime: shorterThan(HOUR, WEEK, 6 * MONTH),
      deploymentFrequency: deployDays(ONCE_A_MONTH, ONCE_IN_SIX_MONTHS),
      changeFailRate: atMost(0.15, 0.2, 0.3),
      recoveryTime: shorterThan(HOUR, DAY, WEEK),
    },
  },
  2023: {
    edition: '2023',
    title: 'DORA 2023, as read by DevLake',
    source: DEVLAKE,
    scales: {
      leadTime: shorterThan(DAY, WEEK, MONTH),
      deploymentFrequency: deployDays(1, ONCE_A_MONTH),
      changeFailRate: atMost(0.05, 0.1, 0.15),
      recoveryTime: shorterThan(HOUR, DAY, WEEK),
    },
  },
  2024: {
    edition: '2024',
    title: 'DORA 2024',
    source: {
      title: 'DORA, Accelerate State of DevOps 2024',
      url: 'https://dora.dev/research/2024/dora-report/',
    },
    scales: {
      leadTime: shorterThan(DAY, WEEK, MONTH),
      deploymentFrequency: deployDays(1, ONCE_A_MONTH),
      changeFailRate: {
        kind: 'clusters',
        values: { elite: 0.05, high: 0.2, medium: 0.1, low: 0.4 },
      },
      recoveryTime: {
        kind: 'clusters',
        values: { elite: HOUR, high: DAY, medium: DAY, low: MONTH },
      },
    },
    teams: { elite: 0.19, high: 0.22, medium: 0.35, low: 0.25 },
  },
  2025: {
    edition: '2025',
    title: 'DORA 2025, without bands',
    source: {
      title: 'DORA, State of AI-assisted Software Development 2025',
      url: 'https://dora.dev/research/2025/dora-report/',
    },
    scales: {
      leadTime: { kind: 'scores', of: 'score', mean: 5.5, deviation: 2.4 },
      deploymentFrequency: {
        kind: 'scores',
        of: 'score',
        mean: 4.8,
        deviation: 2.8,
      },
      changeFailRate: {
        kind: 'scores',
        of: 'share',
        mean: 1.9,
        deviation: 2.1,
      },
      recoveryTime: { kind: 'scores', of: 'score', mean: 7.4, deviation: 2.1 },
      reworkRate: { kind: 'scores', of: 'share', mean: 2.2, deviation: 2.2 },
    },
  },
};
