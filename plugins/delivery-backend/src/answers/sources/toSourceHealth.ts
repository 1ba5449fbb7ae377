import {
  percentile,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { isoTime } from '../../database/isoTime';
import { DbTime } from '../../database/tables';
import { toBackfillState } from '../../intake/pulls/toBackfillState';
import { judgeSource } from './judgeSource';
import { SourceFigures } from './readSourceFigures';

const HOUR = 3_600_000;

/** Of types that were not understood, the most frequent. */
const MAX_TYPES = 50;

/** How a source is doing, from what is known of it. */
export function toSourceHealth(
  source: DeliverySource,
  figures: SourceFigures,
  options: { now: number },
): SourceHealth {
  const { now } = options;
  const { hours, unread, lags, pulls } = figures;
  const firstHour = Math.floor(now / HOUR) * HOUR - 23 * HOUR;
  const lastDay = hours.filter(({ hour }) => Number(hour) >= firstHour);
  const sum = (name: 'accepted' | 'duplicates' | 'rejected') =>
    lastDay.reduce((total, row) => total + row[name], 0);
  const lastEventAt = newest(hours.map(row => row.last_accepted_at));
  const lastRejected = hours.findLast(row => row.last_rejected_at !== null);
  const quarantine = unread.filter(({ state }) => state === 'quarantined');
  const reconciled = pulls.find(({ via }) => via === 'reconcile');
  const backfill = pulls.find(({ via }) => via === 'backfill');

  const lagP90 = percentile(
    [...lags].sort((a, b) => a - b),
    0.9,
  );

  return {
    id: source.id,
    title: source.title,
    ...judgeSource(source, {
      now,
      activeHours: hours
        .filter(row => row.accepted + row.duplicates > 0)
        .map(row => Number(row.hour)),
      lastEventAt,
      accepted: sum('accepted'),
      rejected: sum('rejected'),
      quarantined: totalOf(quarantine.map(({ recent }) => recent)),
    }),
    ...(lastEventAt !== undefined && { lastEventAt: isoTime(lastEventAt) }),
    eventsLastHour: figures.eventsLastHour,
    eventsByHour: Array.from(
      { length: 24 },
      (_, index) =>
        lastDay.find(({ hour }) => Number(hour) === firstHour + index * HOUR)
          ?.accepted ?? 0,
    ),
    ...(lagP90 !== undefined && { lagP90: Math.round(lagP90) }),
    rejected: sum('rejected'),
    ...(lastRejected && {
      lastRejection: {
        at: isoTime(lastRejected.last_rejected_at!),
        reason: lastRejected.last_rejection ?? '',
      },
    }),
    duplicates: sum('duplicates'),
    quarantined: totalOf(quarantine.map(({ count }) => count)),
    backlog: figures.backlog,
    unknownTypes: unread
      .filter(({ state }) => state === 'unknown')
      .map(({ type, count, last_at: lastAt }) => ({
        type: type ?? '',
        count: Number(count),
        lastAt: isoTime(lastAt),
      }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MAX_TYPES),
    unmatched: figures.unmatched,
    ...(reconciled && {
      reconciled: {
        at: isoTime(reconciled.finished_at ?? reconciled.requested_at),
        state: reconciled.state === 'queued' ? 'running' : reconciled.state,
        read: reconciled.read,
        missing: reconciled.missing,
        different: reconciled.different,
        ...(reconciled.error && { error: reconciled.error }),
      },
    }),
    ...(backfill && { backfill: toBackfillState(backfill) }),
    canPull: source.pull !== undefined,
  };
}

function newest(times: readonly (DbTime | null)[]): number | undefined {
  const known = times.flatMap(time => (time === null ? [] : [Number(time)]));
  return known.length > 0 ? Math.max(...known) : undefined;
}

function totalOf(counts: readonly (number | string)[]): number {
  return counts.reduce<number>((sum, count) => sum + Number(count), 0);
}
