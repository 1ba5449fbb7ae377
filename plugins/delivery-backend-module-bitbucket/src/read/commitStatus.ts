import { parseOutcome } from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  payloadInstantSchema as instant,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { optional, repository, wholeHash } from './payload';

const schema = z.object({
  commit_status: z.object({
    key: z.string().min(1),
    name: optional(z.string()),
    state: z.string(),
    url: optional(z.string()),
    refname: optional(z.string()),
    created_on: instant,
    updated_on: instant,
    commit: wholeHash,
    links: optional(
      z.object({ commit: optional(z.object({ href: optional(z.string()) })) }),
    ),
  }),
  repository,
});

/** The page of a run of Bitbucket's own Pipelines, which a pull knows by the same number. */
const PIPELINE_URL =
  /^https:\/\/bitbucket\.org\/[^/]+\/[^/]+\/(?:addon\/)?pipelines\/(?:home#!\/)?results\/(\d+)/;

const SHA_IN_URL = /\/commit\/([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/;

/** What a CI said of a commit: a run, and its end once there is one. */
export const commitStatusReader = createPayloadReader(
  schema,
  ({ commit_status: told, repository: of }) => {
    const { commit, key, links, name, state, url } = told;
    const sha = commit?.hash ?? SHA_IN_URL.exec(links?.commit?.href ?? '')?.[1];
    const pipeline = PIPELINE_URL.exec(url ?? '')?.[1];
    if (sha === undefined) {
      return [];
    }
    const isDone = state !== 'INPROGRESS';
    // Bitbucket has its own word for a run that somebody stopped.
    const outcome = state === 'STOPPED' ? 'cancelled' : parseOutcome(state);
    const at = isDone ? told.updated_on : told.created_on;
    return [
      observationOf(of.full_name, at, {
        kind: 'run',
        source: SOURCE,
        repo: of.full_name,
        runId: pipeline ?? `${sha}/${key}`,
        attempt: 1,
        url,
        workflow: pipeline ? undefined : name ?? key,
        headSha: sha,
        branch: told.refname,
        createdAt: told.created_on,
        finishedAt: isDone ? told.updated_on : undefined,
        status: isDone
          ? { state: 'completed', outcome, at }
          : { state: 'in_progress', at },
      }),
    ];
  },
);
