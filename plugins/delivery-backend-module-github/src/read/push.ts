import {
  parseCommitMessage,
  readChangedPaths,
  readTrailers,
} from '@fairlead/backstage-plugin-delivery-common';
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
  author: optional(
    z.object({
      username: optional(z.string()),
      email: optional(z.string()),
    }),
  ),
  added: files,
  modified: files,
  removed: files,
});

const schema = z.object({
  ref: z.string(),
  // Not used, but required: these two fields distinguish pushes from other events.
  before: optional(z.string()),
  after: optional(z.string()),
  deleted: optional(z.boolean()),
  commits: z.array(commit),
  repository: repository.extend({ pushed_at: optional(pushedAt) }),
});

const joinsBranches =
  /^Merge (branch|remote-tracking branch|tag|commit|pull request)\b/;

/** What GitHub's own Merge button writes. */
const mergesRequest = /^Merge pull request #\d+\b/;

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

const readMessage = ({ message }: Commit) =>
  parseCommitMessage(message, { requests: '#' });

/**
 * A change of one commit, or of several of which the last one merges them.
 *
 * @remarks
 * A number in its message may be that of a pull request or of an issue: it is told as what it is, a number that the
 * commit names.
 */
function readChange(
  parts: readonly Commit[],
  push: PushedTo & { isMerge: boolean },
  context: ReadContext,
): Observation[] {
  const head = parts[parts.length - 1];
  const { repo, branch, at = head.timestamp, isMerge } = push;
  const { changeNumber, subject } = readMessage(head);
  const messages = parts.map(readMessage);
  const { username, email } = parts[0].author ?? {};
  const paths = pathsOf(parts);
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
        sha: head.id,
        namedNumber: changeNumber,
        url: head.url,
        title: subject,
        ...authorOf(
          username ? { login: username, address: email } : undefined,
          context,
        ),
        mergedAt: at,
        targetBranch: branch,
        commits: parts.map(({ id, timestamp }) => ({
          sha: id,
          ...(timestamp && { authoredAt: timestamp }),
        })),
        revertOf: nonEmpty(messages.flatMap(({ revertOf }) => revertOf)),
        cherryPickOf: nonEmpty(
          messages.flatMap(({ cherryPickOf }) => cherryPickOf),
        ),
        mergeCommit: (!isMerge && joinsBranches.test(subject)) || undefined,
        changedPaths: readChangedPaths(paths),
        trailers: readTrailers(
          parts.map(({ message }) => message),
          context,
        ),
      },
      nonEmpty(paths),
    ),
  ];
}

/**
 * The commits that were pushed to the default branch, each as a change of its own.
 *
 * @remarks
 * The merge of a pull request is a push too: the commit that merged it stands for all of the push, and names the
 * request.
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
  const isMerge = mergesRequest.test(commits.at(-1)?.message ?? '');
  const changes = isMerge ? [commits] : commits.map(pushed => [pushed]);
  return changes.flatMap(parts =>
    readChange(parts, { repo, branch, at: pushed_at, isMerge }, context),
  );
});
