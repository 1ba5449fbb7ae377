import { DeploymentState } from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  payloadInstantSchema as instant,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { id, optional, webLink } from './payload';
import { placeOf, runShape } from './run';

const STATES: Record<string, DeploymentState> = {
  notstarted: 'queued',
  waiting: 'waiting',
  running: 'in_progress',
  canceling: 'in_progress',
  inprogress: 'in_progress',
  queued: 'queued',
  succeeded: 'success',
  partiallysucceeded: 'failure',
  failed: 'failure',
  rejected: 'failure',
  canceled: 'cancelled',
  skipped: 'cancelled',
};

const stateOf = (word: string | undefined) =>
  STATES[(word ?? '').toLowerCase()] ?? 'unknown';

const stageSchema = z.object({
  resource: z.object({
    ...runShape,
    stage: z.object({
      name: z.string().min(1),
      displayName: optional(z.string()),
      state: z.string(),
      result: optional(z.string()),
    }),
  }),
  createdDate: instant,
});

/** What a stage is called that nobody gave a name, the whole of a run without stages; and what surely deploys nothing. */
const NO_DEPLOYMENT = /^__default$|^(build|ci|lint|scan|package)\b/i;

/**
 * A stage of a run, as a deployment to the environment that it is named after. Which stages deploy is not told: those
 * whose names are no known environments count nowhere, as for any deployment.
 */
export const stageReader = createPayloadReader(
  stageSchema,
  ({ resource, createdDate: at }) => {
    const { stage } = resource;
    const place = placeOf(resource);
    if (!place || NO_DEPLOYMENT.test(stage.name)) {
      return [];
    }
    const isDone = stage.state === 'completed';
    const state = stateOf(isDone ? stage.result : stage.state);
    return [
      observationOf(place.repo, at, {
        kind: 'deployment',
        source: SOURCE,
        repo: place.repo,
        externalId: `${place.runId}/${stage.name}`,
        url: resource.run._links?.web?.href,
        environment: stage.displayName ?? stage.name,
        sha: place.sha,
        runId: place.runId,
        trigger: state === 'waiting' ? 'approved' : undefined,
        statuses: [{ state, at }],
      }),
    ];
  },
);

const reference = optional(
  z.object({ id: optional(z.string()), name: optional(z.string()) }),
);

const artifact = z.object({
  isPrimary: optional(z.boolean()),
  definitionReference: optional(
    z.object({
      project: reference,
      repository: reference,
      sourceVersion: reference,
    }),
  ),
});

const release = z.object({
  artifacts: optional(z.array(artifact)),
  _links: webLink,
});

const releaseSchema = z.object({
  eventType: z.string(),
  resource: z.object({
    environment: z.object({
      id,
      name: z.string().min(1),
      status: optional(z.string()),
      release: optional(z.object({ id: optional(id), _links: webLink })),
    }),
    deployment: optional(
      z.object({
        id: optional(id),
        attempt: optional(z.int()),
        release: optional(release),
      }),
    ),
    release: optional(release),
    project: z.object({ name: z.string().min(1) }),
  }),
  createdDate: instant,
});

/** A deployment of a classic release. Which repository it is of, its primary artifact tells, or nobody does. */
export const releaseReader = createPayloadReader(
  releaseSchema,
  ({ eventType, resource, createdDate: at }) => {
    const { deployment, environment, project } = resource;
    const artifacts = [
      ...(deployment?.release?.artifacts ?? []),
      ...(resource.release?.artifacts ?? []),
    ];
    const { definitionReference: of } =
      artifacts.find(({ isPrimary }) => isPrimary) ?? artifacts[0] ?? {};
    const name = of?.repository?.name;
    if (!name) {
      return [];
    }
    const repo = `${of?.project?.name ?? project.name}/${name}`;
    const isStart = eventType.includes('deployment-started');
    return [
      observationOf(repo, at, {
        kind: 'deployment',
        source: SOURCE,
        repo,
        externalId: `release/${environment.release?.id ?? ''}/${
          environment.id
        }`,
        url: environment.release?._links?.web?.href,
        environment: environment.name,
        sha: of?.sourceVersion?.id,
        statuses: [
          { state: isStart ? 'in_progress' : stateOf(environment.status), at },
        ],
      }),
    ];
  },
);
