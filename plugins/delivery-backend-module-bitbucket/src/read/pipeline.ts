import {
  parseOutcome,
  WorkState,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  payloadInstantSchema as instant,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { account, named, optional, repository, wholeHash } from './payload';
import { personsOf } from './people';
import { ReaderContext } from './ReaderContext';

const schema = z.object({
  pipeline: z.object({
    build_number: z.int().positive(),
    state: z.object({ name: z.string(), result: named, stage: named }),
    created_on: instant,
    completed_on: optional(instant),
    trigger: named,
    creator: account,
    target: optional(
      z.object({
        ref_type: optional(z.string()),
        ref_name: optional(z.string()),
        commit: wholeHash,
        selector: optional(
          z.object({
            type: optional(z.string()),
            pattern: optional(z.string()),
          }),
        ),
      }),
    ),
  }),
  repository,
});

const STATES: Record<string, WorkState> = {
  PENDING: 'queued',
  PARSING: 'queued',
  IN_PROGRESS: 'in_progress',
  COMPLETED: 'completed',
};

/** Words that Bitbucket alone has. */
const RESULTS: Record<string, string> = {
  STOPPED: 'cancelled',
  EXPIRED: 'timeout',
};

function workStateOf({
  name,
  stage,
}: {
  name: string;
  stage?: { name?: string };
}) {
  return stage?.name === 'PAUSED' ? 'waiting' : STATES[name] ?? 'unknown';
}

/** A run of Bitbucket Pipelines. No webhook tells it: only a pull does. */
export const pipelineReader = createPayloadReader(
  schema,
  ({ pipeline: told, repository: of }, context: ReaderContext) => {
    const { build_number: number, target } = told;
    const { full_name: repo, mainbranch } = of;
    const state = workStateOf(told.state);
    const isDone = state === 'completed';
    const endedAt = isDone ? told.completed_on : undefined;
    const at = endedAt ?? told.created_on;
    const result = told.state.result?.name ?? '';
    const event = told.trigger?.name?.toLowerCase();
    const isTag = target?.ref_type === 'tag';
    const branch = isTag ? undefined : target?.ref_name;
    const { pattern, type = 'pipeline' } = target?.selector ?? {};
    return [
      observationOf(repo, at, {
        kind: 'run',
        source: SOURCE,
        repo,
        runId: String(number),
        attempt: 1,
        url: `https://bitbucket.org/${repo}/pipelines/results/${number}`,
        // Whoever made a schedule did not start what it starts.
        startedBy:
          event === 'schedule'
            ? undefined
            : personsOf([told.creator], context)?.[0],
        workflow: pattern ? `${type}: ${pattern}` : type,
        event,
        headSha: target?.commit?.hash,
        branch,
        onTag: isTag || undefined,
        onDefaultBranch:
          mainbranch?.name && branch ? branch === mainbranch.name : undefined,
        createdAt: told.created_on,
        finishedAt: endedAt,
        status: isDone
          ? { state, outcome: parseOutcome(RESULTS[result] ?? result), at }
          : { state, at },
      }),
    ];
  },
);
