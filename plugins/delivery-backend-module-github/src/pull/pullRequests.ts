import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { Push } from './pullActivity';
import { asEvent, RepositoryPull } from './RepositoryPull';

/** The pushes to the branch of a request: what it was opened with, and each push while it was open. */
function pushEvents(
  request: ApiObject,
  pushes: readonly Push[],
): { action: string; at: string; sha: string }[] {
  const head = request.head as JsonObject;
  const base = request.base as JsonObject;
  const [headRepo, baseRepo] = [head, base].map(({ repo }) =>
    textOf(repo, 'full_name'),
  );
  const opened = textOf(request, 'created_at') ?? '';
  const closed = textOf(request, 'closed_at') ?? '9';
  const own = pushes.filter(
    ({ branch, at }) =>
      branch === head.ref && headRepo === baseRepo && at <= closed,
  );
  const first = own.filter(({ at }) => at <= opened).at(-1);
  return [
    ...(first ? [{ action: 'opened', at: opened, sha: first.after }] : []),
    ...own
      .filter(({ at }) => at > opened)
      .map(({ at, after }) => ({ action: 'synchronize', at, sha: after })),
  ];
}

/** What happened to a request, by the words of its timeline, with the actions by which events tell of it. */
const ACTIONS: Record<string, string> = {
  added_to_merge_queue: 'enqueued',
  ready_for_review: 'ready_for_review',
  removed_from_merge_queue: 'dequeued',
  reopened: 'reopened',
};

async function eventsOf(
  pull: RepositoryPull,
  request: ApiObject,
  pushes: readonly Push[],
): Promise<JsonValue[]> {
  const [timeline, files] = await Promise.all([
    pull.api.all(`/issues/${request.number}/timeline`),
    pull.api.all(`/pulls/${request.number}/files`),
  ]);
  const commits = timeline.filter(({ event }) => event === 'committed');
  const reviews = timeline.filter(({ event }) => event === 'reviewed');
  // A single event says nothing about the present state of the request.
  const then = (action: string, at: JsonValue | undefined, sha: JsonValue) =>
    asEvent('pull_request', pull, {
      action,
      pull_request: {
        number: request.number,
        created_at: request.created_at,
        updated_at: at,
        head: { sha },
        base: request.base,
      },
    });
  const { sha } = request.head as JsonObject;
  return [
    asEvent('pull_request', pull, { action: 'edited', pull_request: request }),
    ...pushEvents(request, pushes).map(push =>
      then(push.action, push.at, push.sha),
    ),
    ...timeline.flatMap(({ event, created_at }) => {
      const action = ACTIONS[String(event)];
      return action ? [then(action, created_at, sha ?? '')] : [];
    }),
    ...reviews.map(review =>
      asEvent('pull_request_review', pull, { review, pull_request: request }),
    ),
    ...(commits.length > 0
      ? [
          asEvent('pull_request_commits', pull, {
            pull_request: request,
            pull_request_commits: commits,
            pull_request_files: files,
          }),
        ]
      : []),
  ];
}

/**
 * The pull requests that changed, as events tell of them. The timeline of each holds its commits, its reviews and what
 * else happened, in one list.
 */
export async function* pullRequests(
  pull: RepositoryPull,
  pushes: readonly Push[],
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest(
    '/pulls?state=all&sort=updated&direction=desc',
    { ...pull, timeOf: item => item.updated_at },
  );
  for await (const requests of pages) {
    const events = await Promise.all(
      requests.map(request => eventsOf(pull, request, pushes)),
    );
    yield events.flat();
  }
}
