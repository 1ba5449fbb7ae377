import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CoverageWindow } from '@fairlead/backstage-plugin-runbooks-common';

const DAY = 24 * 3_600_000;

/** The window of so many days that ends now. */
export function createCoverageWindow(
  days: number,
  now: number,
): CoverageWindow {
  return { days, from: now - days * DAY };
}

const KEY = 'runbooks.coverage.windowDays';

/** Reads `runbooks.coverage.windowDays`. */
export function readWindowDaysFromConfig(config: RootConfigService): number {
  const days = config.getOptionalNumber(KEY) ?? 90;
  if (!Number.isInteger(days) || days < 1) {
    throw new InputError(
      `'${KEY}' must be a whole number of days, at least 1, and is ${days}`,
    );
  }
  return days;
}
