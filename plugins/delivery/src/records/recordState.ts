import {
  DeliveryRecord,
  outcomeOf,
  Outcome,
  settleDeployment,
  settleIncident,
} from '@fairlead/backstage-plugin-delivery-common';

/** Where a record stands. */
export type RecordState =
  | Outcome
  | 'running'
  | 'merged'
  | 'open'
  | 'closed'
  | 'resolved';

/** Where a record stands, and from when to when it was about. */
export interface RecordLife {
  state?: RecordState;
  from?: string;
  to?: string;
}

/** Reads state and times of any record. */
export function lifeOf(record: DeliveryRecord): RecordLife {
  switch (record.kind) {
    case 'change': {
      const { openedAt, mergedAt, closedAt, reopenedAt = '' } = record;
      const isClosed = closedAt !== undefined && closedAt > reopenedAt;
      const unmerged = isClosed ? 'closed' : 'open';
      return {
        state: mergedAt ? 'merged' : unmerged,
        from: openedAt ?? mergedAt,
        to: mergedAt ?? (isClosed ? closedAt : undefined),
      };
    }
    case 'run':
    case 'job':
      return {
        state: outcomeOf(record) ?? 'running',
        from: record.startedAt ?? record.createdAt,
        to: record.finishedAt,
      };
    case 'deployment': {
      const { outcome, startedAt, finishedAt } = settleDeployment(record);
      return {
        state: outcome ?? 'running',
        from: startedAt ?? record.createdAt,
        to: finishedAt,
      };
    }
    case 'incident': {
      const { resolvedAt } = settleIncident(record);
      return {
        state: resolvedAt ? 'resolved' : 'open',
        from: record.detectedAt,
        to: resolvedAt,
      };
    }
    case 'alert':
      return {
        state: record.endsAt ? 'resolved' : 'open',
        from: record.startsAt,
        to: record.endsAt,
      };
    case 'approval':
      return { from: record.requestedAt, to: record.decidedAt };
    case 'test':
      return { state: record.outcome };
    default:
      return {};
  }
}
