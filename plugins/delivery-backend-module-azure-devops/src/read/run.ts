import {
  parseOutcome,
  WorkStatus,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  payloadInstantSchema as instant,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import {
  branchOf,
  id,
  identity,
  optional,
  repositoryOfUrl,
  time,
  webLink,
} from './payload';
import { personsOf } from './people';

const buildSchema = z.object({
  resource: z.object({
    id,
    result: optional(z.string()),
    queueTime: time,
    startTime: time,
    finishTime: time,
    definition: optional(z.object({ name: optional(z.string()) })),
    project: z.object({ name: z.string().min(1) }),
    repository: optional(z.object({ name: optional(z.string()) })),
    sourceBranch: optional(z.string()),
    sourceVersion: optional(z.string()),
    reason: optional(z.string()),
    requestedFor: optional(identity),
    _links: webLink,
  }),
  createdDate: instant,
});

/** A build that is partly green failed in a part. */
const outcomeOf = (result: string | undefined) =>
  result === 'partiallySucceeded' ? 'failure' : parseOutcome(result);

/** For whom a build was requested. For what a clock started it may be somebody who did nothing. */
function startedBy(
  { reason, requestedFor }: z.output<typeof buildSchema>['resource'],
  context: ReadContext,
) {
  return reason === 'schedule' || !requestedFor
    ? undefined
    : personsOf([requestedFor], context)?.[0];
}

/** A build that ended: a run. Without the name of its repository, as older versions tell it, nothing is known of it. */
export const buildReader = createPayloadReader(
  buildSchema,
  ({ resource: build, createdDate }, context) => {
    const name = build.repository?.name;
    if (!name) {
      return [];
    }
    const repo = `${build.project.name}/${name}`;
    const at = build.finishTime ?? createdDate;
    const ref = build.sourceBranch ?? '';
    return [
      observationOf(repo, at, {
        kind: 'run',
        source: SOURCE,
        repo,
        runId: build.id,
        attempt: 1,
        url: build._links?.web?.href,
        startedBy: startedBy(build, context),
        workflow: build.definition?.name,
        event: build.reason,
        headSha: build.sourceVersion,
        branch: branchOf(ref),
        onTag: ref.startsWith('refs/tags/') || undefined,
        createdAt: build.queueTime,
        startedAt: build.startTime,
        finishedAt: at,
        status: { state: 'completed', outcome: outcomeOf(build.result), at },
      }),
    ];
  },
);

/** What events about runs and their stages have alike. */
export const runShape = {
  run: z.object({
    id: optional(id),
    state: z.string(),
    result: optional(z.string()),
    createdDate: time,
    finishedDate: time,
    url: optional(z.string()),
    _links: webLink,
  }),
  pipeline: optional(z.object({ name: optional(z.string()) })),
  repositories: optional(
    z.array(
      z.object({
        url: optional(z.string()),
        change: optional(z.object({ version: optional(z.string()) })),
      }),
    ),
  ),
};

const runSchema = z.object(runShape);

/** The number of a run, where it has no field of its own. */
const ID_IN_URL = /\/runs\/(\d+)/i;

/** Where a run is of, and of what; undefined if its repository is not told, or elsewhere. */
export function placeOf({
  repositories = [],
  run,
}: z.output<typeof runSchema>) {
  const [first] = repositories;
  const repo = repositoryOfUrl(first?.url ?? '');
  const runId = run.id ?? ID_IN_URL.exec(run.url ?? '')?.[1];
  return repo && runId
    ? { repo, runId, sha: first?.change?.version }
    : undefined;
}

function statusOf(
  { finishedDate, result, state }: z.output<typeof runSchema>['run'],
  at: string,
): WorkStatus {
  return state === 'completed'
    ? { state, outcome: outcomeOf(result), at: finishedDate ?? at }
    : { state: 'in_progress', at };
}

const schema = z.object({ resource: runSchema, createdDate: instant });

/** A run that began or ended. Its id is that of the build which it is. */
export const runReader = createPayloadReader(
  schema,
  ({ resource, createdDate }) => {
    const place = placeOf(resource);
    if (!place) {
      return [];
    }
    const { pipeline, run } = resource;
    const status = statusOf(run, createdDate);
    return [
      observationOf(place.repo, status.at, {
        kind: 'run',
        source: SOURCE,
        repo: place.repo,
        runId: place.runId,
        attempt: 1,
        url: run._links?.web?.href,
        workflow: pipeline?.name,
        headSha: place.sha,
        createdAt: run.createdDate,
        finishedAt: status.state === 'completed' ? status.at : undefined,
        status,
      }),
    ];
  },
);
