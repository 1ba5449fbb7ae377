import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { DbChangedDayRow } from '../../database/tables';

/** A part of the measures, and the times in it that a record tells of. */
export interface ChangedPart {
  part: DbChangedDayRow['part'];
  instants: readonly (string | undefined)[];
}

/**
 * What a record has a say in.
 *
 * @remarks
 *
 * `flow` is measured over all records of an entity at once, so any time of the record will do: the last one. `ci` is
 * measured around the days that changed, so every time counts that can decide on which day a job or a test is told.
 *
 * @param requiredChecks - as configured; jobs of these names decide the feedback time, which is part of `flow`
 */
export function changedParts(
  record: DeliveryRecord,
  requiredChecks: readonly string[] = [],
): readonly ChangedPart[] {
  const { occurredAt } = record;
  const flow: ChangedPart = { part: 'flow', instants: [occurredAt] };
  switch (record.kind) {
    case 'change':
    case 'deployment':
    case 'incident':
    case 'link':
      return [flow];
    case 'approval': {
      const { requestedAt, decidedAt } = record;
      return [flow, { part: 'ci', instants: [requestedAt, decidedAt] }];
    }
    case 'run': {
      const { createdAt, startedAt, finishedAt, endings = [] } = record;
      const ends = [finishedAt, ...endings.map(({ at }) => at)];
      const instants = [createdAt, startedAt, ...ends, occurredAt];
      return [flow, { part: 'ci', instants }];
    }
    case 'job': {
      const { createdAt, startedAt, finishedAt, name = '' } = record;
      const instants = [createdAt, startedAt, finishedAt, occurredAt];
      const ci: ChangedPart = { part: 'ci', instants };
      return requiredChecks.includes(name) ? [flow, ci] : [ci];
    }
    case 'test':
      return [{ part: 'ci', instants: [occurredAt] }];
    default:
      return [];
  }
}
