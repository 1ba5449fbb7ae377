import { RootConfigService } from '@backstage/backend-plugin-api';

/** How long what somebody reported counts, in milliseconds. */
export const LIMIT_WINDOW = 7 * 24 * 3_600_000;

/** What one person may report in seven days. */
export interface FrictionLimits {
  reports: number;
  minutes: number;
}

/** More than these is no report of an engineer's week any more: they would drown those of all others in the sums. */
const DEFAULTS = { reports: 20, hours: 60 };

export function readFrictionLimitsFromConfig(
  config: RootConfigService,
): FrictionLimits {
  const read = (key: keyof typeof DEFAULTS) =>
    config.getOptionalNumber(`delivery.friction.weeklyLimit.${key}`) ??
    DEFAULTS[key];
  return { reports: read('reports'), minutes: read('hours') * 60 };
}

/** A report of a person's last seven days. */
export interface CountedReport {
  minutes: number;
  /** Milliseconds since the epoch. */
  reportedAt: number;
}

/**
 * When one more report fits, in milliseconds since the epoch: now or earlier if it does already, never if it is larger
 * than the limit by itself.
 *
 * @param earlier - what the same person reported in the seven days before
 */
export function whenReportFits(
  minutes: number,
  earlier: readonly CountedReport[],
  limits: FrictionLimits,
): number {
  if (minutes > limits.minutes || limits.reports < 1) {
    return Infinity;
  }
  const oldestFirst = [...earlier].sort((a, b) => a.reportedAt - b.reportedAt);
  let reports = earlier.length;
  let reported = earlier.reduce((sum, report) => sum + report.minutes, 0);
  let fitsAt = 0;
  for (const report of oldestFirst) {
    if (reports < limits.reports && reported + minutes <= limits.minutes) {
      break;
    }
    reports -= 1;
    reported -= report.minutes;
    fitsAt = report.reportedAt + LIMIT_WINDOW;
  }
  return fitsAt;
}
