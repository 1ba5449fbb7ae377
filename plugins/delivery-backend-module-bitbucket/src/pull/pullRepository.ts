import { JsonObject, JsonValue } from '@backstage/types';
import {
  PullCache,
  PullRequest,
} from '@fairlead/backstage-plugin-delivery-node';
import { ApiObject } from '@fairlead/rest-pull';
import { READERS, ReadType } from '../read/readers';
import { BitbucketApi } from './BitbucketApi';

/** The pull of one repository. */
export interface RepositoryPull extends Pick<PullRequest, 'since' | 'until'> {
  api: BitbucketApi;
  cache: PullCache;
  /** As the API tells it. */
  repository: JsonObject;
}

/** An object of the API as an event carries it, without what is not read: the same again is then the same delivery. */
function asEvent(
  type: ReadType,
  { repository }: Pick<RepositoryPull, 'repository'>,
  content: Record<string, JsonValue | undefined>,
): JsonValue {
  const known = Object.entries(content).filter(([, one]) => one !== undefined);
  return READERS[type].pick({
    ...(Object.fromEntries(known) as JsonObject),
    repository,
  });
}

async function* pullPipelines(pull: RepositoryPull) {
  const pages = pull.api.newest('/pipelines?sort=-created_on&pagelen=100', {
    ...pull,
    timeOf: item => item.created_on,
    // A run that is under way changes without a newer one.
    cache: undefined,
  });
  for await (const page of pages) {
    yield page.map(pipeline => asEvent('pipeline', pull, { pipeline }));
  }
}

const startOf = ({ state, release }: ApiObject) =>
  (state as JsonObject | undefined)?.started_on ??
  (release as JsonObject | undefined)?.created_on;

async function* pullDeployments(pull: RepositoryPull) {
  const environments = new Map<JsonValue | undefined, ApiObject>();
  for await (const page of pull.api.list('/environments?pagelen=100')) {
    page.forEach(one => environments.set(one.uuid, one));
  }
  const pages = pull.api.newest(
    '/deployments?sort=-state.started_on&pagelen=100',
    { ...pull, timeOf: startOf, cache: undefined },
  );
  for await (const page of pages) {
    yield page.flatMap(deployment => {
      const { uuid } = (deployment.environment ?? {}) as JsonObject;
      const environment = environments.get(uuid);
      return environment
        ? [asEvent('deployment', pull, { deployment, environment })]
        : [];
    });
  }
}

/** The end of a request is told by its history alone: the request itself only says when it last changed. */
function eventsOf(
  pull: RepositoryPull,
  request: ApiObject,
  told: { activity: readonly ApiObject[]; commits: readonly ApiObject[] },
): JsonValue[] {
  const { activity, commits } = told;
  const state = String(request.state);
  const end = activity
    .map(({ update }) => update as JsonObject | undefined)
    .find(update => update?.state === state && state !== 'OPEN');
  const tell = (content: Record<string, JsonValue | undefined>) =>
    asEvent('pullrequest', pull, { pullrequest: request, ...content });
  return [
    tell({
      pullrequest: { ...request, updated_on: end?.date ?? request.updated_on },
    }),
    ...activity.flatMap(({ approval, changes_requested, comment }) =>
      approval || changes_requested || comment
        ? [tell({ approval, changes_request: changes_requested, comment })]
        : [],
    ),
    ...(commits.length > 0
      ? [
          asEvent('pullrequest_commits', pull, {
            pullrequest: request,
            pullrequest_commits: commits as JsonObject[],
          }),
        ]
      : []),
  ];
}

async function* pullRequests(pull: RepositoryPull) {
  const states = ['OPEN', 'MERGED', 'DECLINED', 'SUPERSEDED']
    .map(state => `state=${state}`)
    .join('&');
  const pages = pull.api.newest(
    `/pullrequests?${states}&sort=-updated_on&pagelen=50`,
    { ...pull, timeOf: item => item.updated_on },
  );
  for await (const page of pages) {
    for (const { id } of page) {
      const path = `/pullrequests/${Number(id)}`;
      // The list leaves out who took part.
      const [request, activity, commits] = await Promise.all([
        pull.api.get(path),
        pull.api.all(`${path}/activity?pagelen=50`),
        pull.api.all(`${path}/commits?pagelen=100`),
      ]);
      yield eventsOf(pull, request, { activity, commits });
    }
  }
}

/** All that a repository has to tell, as events. */
export async function* pullRepository(
  pull: RepositoryPull,
): AsyncIterable<JsonValue[]> {
  yield* pullPipelines(pull);
  yield* pullDeployments(pull);
  yield* pullRequests(pull);
}
