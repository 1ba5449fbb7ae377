import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { asEvent, RepositoryPull } from './RepositoryPull';

/** A push, as GitHub's list of activity tells of it. */
export interface Push {
  branch: string;
  before: string;
  after: string;
  at: string;
  /** Not the merge of a pull request. */
  isDirect: boolean;
}

const PUSHES = ['push', 'force_push', 'branch_creation'];
const MERGES = ['pr_merge', 'merge_queue_merge'];
const NO_COMMIT = /^0+$/;

function toPush(item: ApiObject): Push[] {
  const type = textOf(item, 'activity_type') ?? '';
  const [ref, before, after, at] = ['ref', 'before', 'after', 'timestamp'].map(
    field => textOf(item, field) ?? '',
  );
  const isPush = PUSHES.includes(type) || MERGES.includes(type);
  return isPush && ref.startsWith('refs/heads/') && !NO_COMMIT.test(after)
    ? [
        {
          branch: ref.slice('refs/heads/'.length),
          before,
          after,
          at,
          isDirect: !MERGES.includes(type),
        },
      ]
    : [];
}

/**
 * The pushes to all branches, the oldest first; also those told before, because requests that are opened later need them.
 * Servers that keep no list of activity tell none.
 */
export async function pullActivity(pull: RepositoryPull): Promise<Push[]> {
  const pushes: Push[] = [];
  try {
    const pages = pull.api.newest('/activity', {
      ...pull,
      cache: undefined,
      timeOf: item => item.timestamp,
    });
    for await (const items of pages) {
      pushes.push(...items.flatMap(toPush));
    }
  } catch (error) {
    if (error.status !== 404) {
      throw error;
    }
  }
  return pushes.reverse();
}

const toCommit = (item: JsonObject, paths: string[]): JsonObject => {
  const commit = item.commit as JsonObject;
  const login = textOf(item.author, 'login');
  return {
    id: item.sha,
    message: commit.message,
    timestamp: textOf(commit.author, 'date'),
    url: item.html_url,
    author: login ? { username: login } : {},
    modified: paths,
  };
};

/** What was pushed straight to the default branch, as pushes tell of it; each push once. */
export async function* pullDirectPushes(
  pull: RepositoryPull,
  pushes: readonly Push[],
): AsyncIterable<JsonValue[]> {
  const direct = pushes.filter(
    ({ branch, before, isDirect }) =>
      isDirect && branch === pull.defaultBranch && !NO_COMMIT.test(before),
  );
  for (const { branch, before, after, at } of direct) {
    const name = `${pull.repository.full_name}/push/${before}...${after}#${at}`;
    if (await pull.cache.get(name)) {
      continue;
    }
    const compared = await pull.api.get(`/compare/${before}...${after}`);
    // Files are told for the whole of a push; each of its commits may have touched any of them.
    const paths = ((compared.files ?? []) as JsonObject[]).flatMap(
      file => textOf(file, 'filename') ?? [],
    );
    yield [
      asEvent(
        'push',
        { repository: { ...pull.repository, pushed_at: at } },
        {
          ref: `refs/heads/${branch}`,
          before,
          after,
          commits: ((compared.commits ?? []) as JsonObject[]).map(commit =>
            toCommit(commit, paths),
          ),
        },
      ),
    ];
    await pull.cache.set(name, { etag: 'compared' });
  }
}
