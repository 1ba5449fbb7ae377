import {
  bucketsOf,
  FrictionKind,
  FrictionWeek,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';

/** One report, as sums are made of it. */
export interface FrictionEntry {
  kind: FrictionKind;
  minutes: number;
  /** Milliseconds since the epoch. */
  reportedAt: number;
}

/** Sums reports by the ISO weeks of a window, with weeks in which nothing was reported. */
export function sumWeeks(
  entries: readonly FrictionEntry[],
  options: { window: TimeWindow; zone: string },
): FrictionWeek[] {
  const weeks = bucketsOf({ ...options, unit: 'week' }).map(bucket => ({
    to: Date.parse(bucket.to),
    sums: {
      week: bucket.day,
      reports: 0,
      minutes: 0,
      byKind: {},
    } as FrictionWeek,
  }));
  for (const { kind, minutes, reportedAt } of entries) {
    const sums = weeks.find(({ to }) => reportedAt < to)?.sums;
    if (sums) {
      const before = sums.byKind[kind] ?? { reports: 0, minutes: 0 };
      sums.reports += 1;
      sums.minutes += minutes;
      sums.byKind[kind] = {
        reports: before.reports + 1,
        minutes: before.minutes + minutes,
      };
    }
  }
  return weeks.map(({ sums }) => sums);
}
