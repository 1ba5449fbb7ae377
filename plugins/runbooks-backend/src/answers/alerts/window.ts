import { RootConfigService } from '@backstage/backend-plugin-api';
import { CoverageWindow } from '@fairlead/backstage-plugin-runbooks-common';

const DAY = 24 * 3_600_000;

/** The window of so many days that ends now. */
export function createCoverageWindow(
  days: number,
  now: number,
): CoverageWindow {
  return { days, from: now - days * DAY };
}

/** Reads `runbooks.coverage.windowDays`. */
export function readWindowDaysFromConfig(config: RootConfigService): number {
  return config.getOptionalNumber('runbooks.coverage.windowDays') ?? 90;
}
