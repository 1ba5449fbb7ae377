import {
  DeliveryRecord,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, project } from './payload';
import { stateOf, workStatusOf } from './workStatus';

/** A job, as events about it and about its pipeline tell of it. */
export interface ToldJob {
  id: number;
  name?: string;
  status?: string;
  createdAt: string;
  startedAt?: string;
  finishedAt?: string;
  /** Somebody has to set it off. */
  manual?: boolean;
  attempt?: number;
}

/** Where it is part of. */
export interface JobPlace {
  repo: string;
  pipelineId: number;
  sha?: string;
}

/** Which attempt of its pipeline's job of that name it is: each has an id of its own. */
export const attemptOf = (retries: number | undefined) =>
  retries === undefined ? undefined : retries + 1;

/** When a job was last known to be as it is told. */
export function timeOf(job: ToldJob): string {
  const isDone = stateOf(job.status) === 'completed';
  return (
    (isDone ? job.finishedAt : undefined) ?? job.startedAt ?? job.createdAt
  );
}

/**
 * One job. A manual one that nobody set off waits; that its pipeline calls it skipped meanwhile says no more than that.
 */
export function jobFields(
  job: ToldJob,
  place: JobPlace,
): RecordFields<DeliveryRecord> {
  const isSkipped = job.status === 'skipped' && job.startedAt === undefined;
  const word = job.manual && isSkipped ? 'manual' : job.status;
  const status = workStatusOf(word, timeOf(job));
  const hasStarted = ['in_progress', 'completed'].includes(status.state);
  return {
    kind: 'job',
    source: SOURCE,
    jobId: String(job.id),
    repo: place.repo,
    runId: String(place.pipelineId),
    attempt: job.attempt,
    name: job.name,
    headSha: place.sha,
    createdAt: job.createdAt,
    waitingSince: status.state === 'waiting' ? [job.createdAt] : undefined,
    startedAt: hasStarted ? job.startedAt : undefined,
    finishedAt: status.state === 'completed' ? job.finishedAt : undefined,
    status,
  };
}

const schema = z.object({
  build_id: count,
  build_name: optional(z.string()),
  build_status: z.string(),
  build_created_at: instant,
  build_started_at: optional(instant),
  build_finished_at: optional(instant),
  retries_count: optional(z.int().nonnegative()),
  // `commit.id` is the id of the pipeline too, and not that of the commit.
  pipeline_id: count,
  sha: optional(z.string()),
  project,
});

/** One job, by an event of its own. */
export const buildReader = createPayloadReader(schema, build => {
  const job: ToldJob = {
    id: build.build_id,
    name: build.build_name,
    status: build.build_status,
    createdAt: build.build_created_at,
    startedAt: build.build_started_at,
    finishedAt: build.build_finished_at,
    attempt: attemptOf(build.retries_count),
  };
  const repo = build.project.path_with_namespace;
  return [
    observationOf(
      repo,
      timeOf(job),
      jobFields(job, { repo, pipelineId: build.pipeline_id, sha: build.sha }),
    ),
  ];
});
