import { BackfillState } from '@fairlead/backstage-plugin-delivery-common';
import { isoTime } from '../../database/isoTime';
import { DbPullRow } from '../../database/tables';

/** A backfill as callers see it. */
export function toBackfillState(row: DbPullRow): BackfillState {
  return {
    id: row.id,
    source: row.source,
    state: row.state,
    from: isoTime(row.from),
    to: isoTime(row.to),
    requestedAt: isoTime(row.requested_at),
    ...(row.finished_at !== null && { finishedAt: isoTime(row.finished_at) }),
    read: row.read,
    ...(row.error !== null && { error: row.error }),
  };
}
