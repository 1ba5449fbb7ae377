import {
  createPayloadReader,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { gateShape, isManual, readGate } from './gate';
import { attemptOf, jobFields, timeOf, ToldJob } from './job';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, project } from './payload';
import { personsOf } from './people';
import { stateOf, workStatusOf } from './workStatus';
import { workflowOf } from './workflow';

const build = z.object({
  ...gateShape,
  id: count,
  name: optional(z.string()),
  // Job events carry this; for pipelines only a pull does.
  retries_count: optional(z.int().nonnegative()),
});

const schema = z.object({
  object_attributes: z.object({
    id: count,
    iid: optional(count),
    name: optional(z.string()),
    ref: optional(z.string()),
    tag: optional(z.boolean()),
    sha: optional(z.string()),
    source: optional(z.string()),
    status: z.string(),
    stages: optional(z.array(z.string())),
    created_at: instant,
    finished_at: optional(instant),
    queued_duration: optional(z.number()),
    url: optional(z.string()),
  }),
  builds: optional(z.array(build)),
  commit: optional(z.object({ title: optional(z.string()) })),
  merge_request: optional(z.object({ iid: optional(z.number()) })),
  source_pipeline: optional(z.object({ pipeline_id: optional(count) })),
  user: actor,
  project,
});

type Payload = z.output<typeof schema>;

const plusSeconds = (at: string, seconds: number) =>
  new Date(Date.parse(at) + Math.floor(seconds) * 1000).toISOString();

const toJob = (told: z.output<typeof build>): ToldJob => ({
  id: told.id,
  name: told.name,
  status: told.status,
  createdAt: told.created_at,
  startedAt: told.started_at,
  finishedAt: told.finished_at,
  manual: isManual(told),
  attempt: attemptOf(told.retries_count),
});

/** The API gives the ref of a request as the branch of its pipelines. That of a merge train tells what it is for. */
const REQUEST_REF = /^refs\/merge-requests\/\d+\/(?:head|merge)$/;

/** Sources of pipelines that check a request; its branch may have the name of the default one in a fork. */
const REQUEST_SOURCES = ['merge_request_event', 'external_pull_request_event'];

/** On what a pipeline runs. */
function placeOf({ object_attributes, merge_request, project: of }: Payload) {
  const { ref, source = '', tag } = object_attributes;
  const isOfRequest =
    merge_request !== undefined || REQUEST_SOURCES.includes(source);
  return {
    branch: tag || REQUEST_REF.test(ref ?? '') ? undefined : ref,
    onTag: tag,
    onDefaultBranch:
      of.default_branch === undefined || ref === undefined
        ? undefined
        : ref === of.default_branch && !tag && !isOfRequest,
  };
}

/** Who started it. GitLab names the owner of a schedule for what that started. */
function startedBy(
  { object_attributes: pipeline, user }: Payload,
  context: ReadContext,
) {
  return pipeline.source === 'schedule'
    ? undefined
    : personsOf([user], context)?.[0];
}

/**
 * A pipeline as a run, its jobs, and the manual ones among them that deploy as approvals. GitLab goes on with the same
 * pipeline when a job is tried again or set off later, so each event that finds it done tells one of its ends.
 */
export const pipelineReader = createPayloadReader(
  schema,
  (payload, context) => {
    const { object_attributes: pipeline, project: of, builds = [] } = payload;
    const repo = of.path_with_namespace;
    const place = { repo, pipelineId: pipeline.id, sha: pipeline.sha };
    const state = stateOf(pipeline.status);
    const isDone = state === 'completed';
    const hasStarted = isDone || state === 'in_progress';
    const startedAt =
      hasStarted && pipeline.queued_duration !== undefined
        ? plusSeconds(pipeline.created_at, pipeline.queued_duration)
        : undefined;
    // A retried pipeline that is running still has the `finished_at` of its last end.
    const endedAt = isDone ? pipeline.finished_at : undefined;
    const at = endedAt ?? startedAt ?? pipeline.created_at;
    const status = workStatusOf(pipeline.status, at);
    const parent =
      pipeline.source === 'parent_pipeline'
        ? payload.source_pipeline?.pipeline_id
        : undefined;
    return [
      observationOf(repo, at, {
        kind: 'run',
        source: SOURCE,
        repo,
        runId: String(pipeline.id),
        attempt: 1,
        url: pipeline.url,
        startedBy: startedBy(payload, context),
        workflow: workflowOf(pipeline, {
          file: of.ci_config_path,
          title: payload.commit?.title,
          jobs: builds.map(({ name }) => name),
        }),
        event: pipeline.source,
        headSha: pipeline.sha,
        ...placeOf(payload),
        parentRunId: parent === undefined ? undefined : String(parent),
        createdAt: pipeline.created_at,
        startedAt,
        endings:
          endedAt && status.outcome
            ? [{ outcome: status.outcome, at: endedAt }]
            : undefined,
        status,
      }),
      ...builds
        .map(toJob)
        .map(job => observationOf(repo, timeOf(job), jobFields(job, place))),
      ...builds.flatMap(gate =>
        readGate(gate, { builds, stages: pipeline.stages ?? [], place }),
      ),
    ];
  },
);
