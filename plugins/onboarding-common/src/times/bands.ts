import { SetupBand } from '../api';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Up to how many seconds of calendar time a band of setup time goes; two weeks and more are friction. @public */
export const SETUP_BANDS = {
  elite: 2 * HOUR,
  competitive: 2 * DAY,
  between: 14 * DAY,
} as const;

/** The band of a setup time. @public */
export function setupBandOf(seconds: number): SetupBand {
  if (seconds <= SETUP_BANDS.elite) {
    return 'elite';
  }
  if (seconds <= SETUP_BANDS.competitive) {
    return 'competitive';
  }
  return seconds < SETUP_BANDS.between ? 'between' : 'friction';
}
