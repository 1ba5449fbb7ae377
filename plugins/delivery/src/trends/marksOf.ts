import {
  classifyEnvironment,
  DeliveryRecord,
  isFailure,
  settleDeployment,
} from '@fairlead/backstage-plugin-delivery-common';

/** What happened on one day. */
export interface DayMark {
  /** The start of the day in UTC, milliseconds since the epoch. */
  time: number;
  count: number;
}

/** What happened along a time axis, counted by days. */
export interface TimeMarks {
  deployments: DayMark[];
  failed: DayMark[];
  incidents: DayMark[];
}

const DAY = 86_400_000;

function byDay(instants: (string | undefined)[]): DayMark[] {
  const counts = new Map<number, number>();
  for (const instant of instants) {
    if (instant !== undefined) {
      const time = Math.floor(Date.parse(instant) / DAY) * DAY;
      counts.set(time, (counts.get(time) ?? 0) + 1);
    }
  }
  return [...counts].map(([time, count]) => ({ time, count }));
}

/** The finished deployments and the incidents among records, without deployments that are known not to be production. */
export function marksOf(records: readonly DeliveryRecord[]): TimeMarks {
  const deployments = records
    .filter(record => record.kind === 'deployment')
    .filter(record => classifyEnvironment(record) !== 'non-production')
    .map(record => settleDeployment(record));
  const finished = (isWanted: (failed: boolean) => boolean) =>
    deployments
      .filter(({ outcome }) => outcome === 'success' || isFailure(outcome))
      .filter(({ outcome }) => isWanted(isFailure(outcome)))
      .map(({ finishedAt }) => finishedAt);
  return {
    deployments: byDay(finished(failed => !failed)),
    failed: byDay(finished(failed => failed)),
    incidents: byDay(
      records.flatMap(record =>
        record.kind === 'incident' ? [record.detectedAt] : [],
      ),
    ),
  };
}
