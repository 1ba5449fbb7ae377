import { parseCommitMessage } from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  Observation,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { instant, optional, project } from './payload';
import { authorOf } from './people';

const files = optional(z.array(z.string()));

const commit = z.object({
  id: z.string().min(1),
  message: z.string(),
  timestamp: instant,
  url: optional(z.string()),
  added: files,
  modified: files,
  removed: files,
});

const schema = z.object({
  ref: z.string(),
  user_username: optional(z.string()),
  commits: z.array(commit),
  project,
});

type Commit = z.output<typeof commit>;

const joinsBranches = /^Merge (branch|remote-tracking branch|tag|commit)\b/;

const nonEmpty = <T>(list: T[]) => (list.length > 0 ? list : undefined);

const pathsOf = (commits: readonly Commit[]) =>
  [
    ...new Set(
      commits
        .flatMap(({ added, modified, removed }) => [added, modified, removed])
        .flatMap(list => list ?? []),
    ),
  ].sort();

/** The files of a merge request, which no event about it tells. */
function readMerged(
  number: number,
  commits: readonly Commit[],
  push: { repo: string; at: string },
): Observation[] {
  const paths = pathsOf(commits);
  const { repo, at } = push;
  const record = { kind: 'change' as const, source: SOURCE, repo, number };
  return paths.length > 0 ? [observationOf(repo, at, record, paths)] : [];
}

/**
 * The commits that were pushed to the default branch without a merge request, and the files of those with one.
 *
 * @remarks
 * The merge of a merge request is a push too: all commits of a push whose head names one belong to it. An event does
 * not tell when the push happened; its newest commit is the nearest that is known.
 */
export const pushReader = createPayloadReader(schema, (payload, context) => {
  const { commits, project: of } = payload;
  const { path_with_namespace: repo, default_branch: branch } = of;
  const [at] = commits
    .map(({ timestamp }) => timestamp)
    .sort()
    .reverse();
  if (!branch || payload.ref !== `refs/heads/${branch}`) {
    return [];
  }
  const numberOf = ({ message }: Commit) =>
    parseCommitMessage(message, { requests: '!' }).changeNumber;
  const head = commits.at(-1);
  const merged = head && numberOf(head);
  if (merged !== undefined) {
    return readMerged(merged, commits, { repo, at });
  }
  return commits.flatMap(pushed => {
    const message = parseCommitMessage(pushed.message, { requests: '!' });
    if (message.changeNumber !== undefined) {
      return readMerged(message.changeNumber, [pushed], { repo, at });
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
          ...authorOf(payload.user_username, context),
          mergedAt: at,
          targetBranch: branch,
          commits: [{ sha: pushed.id, authoredAt: pushed.timestamp }],
          revertOf: nonEmpty(message.revertOf),
          cherryPickOf: nonEmpty(message.cherryPickOf),
          mergeCommit: joinsBranches.test(message.subject) || undefined,
        },
        nonEmpty(pathsOf([pushed])),
      ),
    ];
  });
});
