import { parseCommitMessage } from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  Observation,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { instant, optional, repository } from './payload';
import { authorOf } from './people';

/** Pushes give it in seconds, other events as text. */
const pushedAt = z.union([
  z.number().transform(seconds => new Date(seconds * 1000).toISOString()),
  instant,
]);

const files = optional(z.array(z.string()));

const commit = z.object({
  id: z.string().min(1),
  message: z.string(),
  timestamp: optional(instant),
  url: optional(z.string()),
  author: optional(z.object({ username: optional(z.string()) })),
  added: files,
  modified: files,
  removed: files,
});

const schema = z.object({
  ref: z.string(),
  // Not read, but kept: these two tell pushes from other events.
  before: optional(z.string()),
  after: optional(z.string()),
  deleted: optional(z.boolean()),
  commits: z.array(commit),
  repository: repository.extend({ pushed_at: optional(pushedAt) }),
});

const joinsBranches = /^Merge (branch|remote-tracking branch|tag|commit)\b/;

interface PushedTo {
  repo: string;
  branch: string;
  at?: string;
}

type Commit = z.output<typeof commit>;

const pathsOf = (commits: readonly Commit[]) =>
  [
    ...new Set(
      commits
        .flatMap(({ added, modified, removed }) => [added, modified, removed])
        .flatMap(list => list ?? []),
    ),
  ].sort();

const nonEmpty = <T>(list: T[]) => (list.length > 0 ? list : undefined);

function readDirect(
  pushed: Commit,
  { repo, branch, at = pushed.timestamp }: PushedTo,
  context: ReadContext,
): Observation[] {
  const message = parseCommitMessage(pushed.message, { requests: '#' });
  const login = pushed.author?.username;
  if (!at) {
    return [];
  }
  return [
    observationOf(
      repo,
      at,
      {
        kind: 'change',
        source: SOURCE,
        repo,
        sha: pushed.id,
        url: pushed.url,
        title: message.subject,
        ...authorOf(login ? { login } : undefined, context),
        mergedAt: at,
        targetBranch: branch,
        commits: [
          {
            sha: pushed.id,
            ...(pushed.timestamp && { authoredAt: pushed.timestamp }),
          },
        ],
        revertOf: nonEmpty(message.revertOf),
        cherryPickOf: nonEmpty(message.cherryPickOf),
        mergeCommit: joinsBranches.test(message.subject) || undefined,
      },
      nonEmpty(pathsOf([pushed])),
    ),
  ];
}

/** The files of a pull request, which no event about it tells. */
function readMerged(
  number: number,
  commits: readonly Commit[],
  { repo, at = commits.at(-1)?.timestamp }: PushedTo,
): Observation[] {
  const paths = pathsOf(commits);
  return paths.length > 0 && at
    ? [
        observationOf(
          repo,
          at,
          { kind: 'change', source: SOURCE, repo, number },
          paths,
        ),
      ]
    : [];
}

/**
 * The commits that were pushed to the default branch without a pull request, and the files of those with one.
 *
 * @remarks
 * The merge of a pull request is a push too. Commits that name one belong to it, and so do all commits of a push whose
 * head is the merge of one.
 */
export const pushReader = createPayloadReader(schema, (payload, context) => {
  const {
    full_name: repo,
    default_branch: branch,
    pushed_at,
  } = payload.repository;
  const { commits, deleted, ref } = payload;
  if (deleted || !branch || ref !== `refs/heads/${branch}`) {
    return [];
  }
  const push = { repo, branch, at: pushed_at };
  const numberOf = ({ message }: Commit) =>
    parseCommitMessage(message, { requests: '#' }).changeNumber;
  const head = commits.at(-1);
  const merged = head?.message.startsWith('Merge pull request #')
    ? numberOf(head)
    : undefined;
  if (merged !== undefined) {
    return readMerged(merged, commits, push);
  }
  return commits.flatMap(pushed => {
    const number = numberOf(pushed);
    return number === undefined
      ? readDirect(pushed, push, context)
      : readMerged(number, [pushed], push);
  });
});
