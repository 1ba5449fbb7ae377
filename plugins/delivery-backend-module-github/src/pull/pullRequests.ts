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

/** What the queue for merges did with a request, as merge groups tell of it. */
function queueEvents(
  pull: RepositoryPull,
  request: ApiObject,
  timeline: ApiObject[],
): JsonValue[] {
  const queue = `refs/heads/gh-readonly-queue/${pull.defaultBranch}`;
  const group = (action: string, joined: string, at: string) =>
    asEvent(
      'merge_group',
      { repository: { ...pull.repository, pushed_at: at } },
      {
        action,
        merge_group: {
          head_ref: `${queue}/pr-${request.number}-0`,
          head_commit: { timestamp: joined },
        },
      },
    );
  const payloads: JsonValue[] = [];
  let joined: string | undefined;
  for (const event of timeline) {
    const at = textOf(event, 'created_at');
    if (event.event === 'added_to_merge_queue' && at) {
      joined = at;
      payloads.push(group('checks_requested', joined, at));
    } else if (event.event === 'removed_from_merge_queue' && joined && at) {
      payloads.push(group('destroyed', joined, at));
    }
  }
  return payloads;
}

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
  // What happened once tells nothing of how the request is now.
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
    ...timeline
      .filter(({ event }) =>
        ['ready_for_review', 'reopened'].includes(String(event)),
      )
      .map(event => then(String(event.event), event.created_at, sha ?? '')),
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
    ...queueEvents(pull, request, timeline),
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
