import { RecordKind } from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { DbRecordEntityRow, DbSampleDayRow } from '../database/tables';
import { MeasureHead, MeasureHeads } from './MeasuredDays';
import { StoredMeasure } from './storedMeasures';

/**
 * What of the measures of jobs and tests belongs to no day. Only a few days of these are read at a time, so whether there
 * are any at all is asked of what is stored.
 */
export async function readCiHeads(
  db: Knex,
  entityRef: string,
): Promise<MeasureHeads> {
  const hasSamples = async (measure: StoredMeasure) =>
    Boolean(
      await db<DbSampleDayRow>('sample_days')
        .where({ entity_ref: entityRef, measure, has_samples: true })
        .first('day'),
    );
  const hasRecords = async (kind: RecordKind) =>
    Boolean(
      await db<DbRecordEntityRow>('record_entities')
        .where({ entity_ref: entityRef, kind })
        .first('kind'),
    );
  const retried = async (
    measure: 'ci.flakyJobs' | 'ci.flakyTests',
    options: { kind: RecordKind; otherwise: MeasureHead },
  ): Promise<MeasureHead> => {
    if (await hasSamples(measure)) {
      return {};
    }
    return (await hasRecords(options.kind))
      ? { missing: 'no-failures' }
      : options.otherwise;
  };
  const queue = async (): Promise<MeasureHead> => {
    if (await hasSamples('ci.queue')) {
      return {};
    }
    return { missing: (await hasRecords('job')) ? 'no-job-times' : 'no-jobs' };
  };
  return {
    'ci.queue': await queue(),
    'ci.flakyJobs': await retried('ci.flakyJobs', {
      kind: 'job',
      otherwise: { missing: 'no-jobs' },
    }),
    'ci.flakyTests': await retried('ci.flakyTests', {
      kind: 'test',
      otherwise: { missing: 'no-tests' },
    }),
  };
}
