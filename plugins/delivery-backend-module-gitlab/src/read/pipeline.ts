import {
  createPayloadReader,
  Observation,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { jobFields, JobPlace, timeOf, ToldJob } from './job';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, project } from './payload';
import { stateOf, workStatusOf } from './workStatus';

const build = z.object({
  id: count,
  name: optional(z.string()),
  stage: optional(z.string()),
  status: z.string(),
  created_at: instant,
  started_at: optional(instant),
  finished_at: optional(instant),
  when: optional(z.string()),
  manual: optional(z.boolean()),
  environment: optional(z.object({ name: optional(z.string()) })),
});

const schema = z.object({
  object_attributes: z.object({
    id: count,
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
  project,
});

type Build = z.output<typeof build>;
type Pipeline = z.output<typeof schema>['object_attributes'];

/** Where the jobs of a project are written down if it does not say otherwise. */
const USUAL_WORKFLOW = '.gitlab-ci.yml';

const plusSeconds = (at: string, seconds: number) =>
  new Date(Date.parse(at) + Math.floor(seconds) * 1000).toISOString();

const isManual = ({ manual, when }: Build) => manual || when === 'manual';

const toJob = (told: Build): ToldJob => ({
  id: told.id,
  name: told.name,
  status: told.status,
  createdAt: told.created_at,
  startedAt: told.started_at,
  finishedAt: told.finished_at,
  manual: isManual(told),
});

/** A manual job is reached when all jobs of the stages before it are done; nothing else tells the time. */
function reachedAt(gate: Build, pipeline: Pipeline, builds: Build[]): string {
  const stages = pipeline.stages ?? [];
  const own = stages.indexOf(gate.stage ?? '');
  return builds
    .filter(({ stage }) => stages.indexOf(stage ?? '') < own)
    .map(({ finished_at }) => finished_at ?? gate.created_at)
    .reduce((last, at) => (at > last ? at : last), gate.created_at);
}

/** A manual job that deploys is an approval: somebody has to press the button. */
function readGate(
  gate: Build,
  pipeline: Pipeline,
  builds: Build[],
  place: JobPlace,
): Observation[] {
  const environment = gate.environment?.name;
  const isReached = gate.status === 'manual' || gate.started_at !== undefined;
  if (!environment || !isManual(gate) || !isReached) {
    return [];
  }
  const requestedAt = reachedAt(gate, pipeline, builds);
  const decidedAt = gate.started_at;
  const at = decidedAt ?? requestedAt;
  return [
    observationOf(place.repo, at, {
      kind: 'approval',
      source: SOURCE,
      approvalId: `${place.pipelineId}/${environment}`,
      repo: place.repo,
      runId: String(place.pipelineId),
      environment,
      sha: place.sha,
      requestedAt,
      decidedAt,
      status: { decision: decidedAt ? 'approved' : 'pending', at },
    }),
  ];
}

/** A pipeline as a run, its jobs, and the manual ones among them that deploy as approvals. */
export const pipelineReader = createPayloadReader(schema, payload => {
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
  const finishedAt = isDone ? pipeline.finished_at : undefined;
  const at = finishedAt ?? startedAt ?? pipeline.created_at;
  const isOfRequest = pipeline.source === 'merge_request_event';
  return [
    observationOf(repo, at, {
      kind: 'run',
      source: SOURCE,
      repo,
      runId: String(pipeline.id),
      attempt: 1,
      url: pipeline.url,
      workflow: of.ci_config_path || USUAL_WORKFLOW,
      event: pipeline.source,
      headSha: pipeline.sha,
      branch: pipeline.tag ? undefined : pipeline.ref,
      onDefaultBranch:
        of.default_branch === undefined
          ? undefined
          : pipeline.ref === of.default_branch && !pipeline.tag && !isOfRequest,
      createdAt: pipeline.created_at,
      startedAt,
      finishedAt,
      status: workStatusOf(pipeline.status, at),
    }),
    ...builds
      .map(toJob)
      .map(job => observationOf(repo, timeOf(job), jobFields(job, place))),
    ...builds.flatMap(gate => readGate(gate, pipeline, builds, place)),
  ];
});
