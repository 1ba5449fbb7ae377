import {
  DeliveryRecord,
  JobSummary,
  JobTrial,
  slowestJob,
  TimeWindow,
  worstJobs,
} from '@fairlead/backstage-plugin-delivery-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordRow } from '../../database/tables';

interface JobsOptions {
  window: TimeWindow;
  fewest?: number;
}

/** The jobs that take the most time, each with the page of a run of it. */
export async function tellWorstJobs(
  db: Knex,
  trials: readonly JobTrial[],
  options: JobsOptions,
): Promise<JobSummary[]> {
  return addPages(db, worstJobs(trials, options));
}

/** The job that holds up the answers of CI the longest, with the page of a run of it. */
export async function tellSlowestJob(
  db: Knex,
  trials: readonly JobTrial[],
  options: JobsOptions,
): Promise<JobSummary | undefined> {
  const job = slowestJob(trials, options);
  return job && (await addPages(db, [job]))[0];
}

/** Adds the pages of the runs that jobs are told with, as far as their sources told them. */
async function addPages(
  db: Knex,
  jobs: readonly JobSummary[],
): Promise<JobSummary[]> {
  const keys = jobs.flatMap(({ example }) => example?.recordKey ?? []);
  if (keys.length === 0) {
    return [...jobs];
  }
  const query = db<DbRecordRow>('records').select('key', 'record');
  whereOneOf(query, 'key', keys);
  const pages = new Map(
    (await query).map(({ key, record }) => {
      const { url }: DeliveryRecord = JSON.parse(record);
      return [key, url];
    }),
  );
  return jobs.map(({ example, ...job }) => ({
    ...job,
    ...(example && {
      example: { ...example, url: pages.get(example.recordKey) },
    }),
  }));
}
