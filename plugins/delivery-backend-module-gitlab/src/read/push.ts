import {
  parseCommitMessage,
  readChangedPaths,
  readTrailers,
} from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
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

const readMessage = ({ message }: Commit) =>
  parseCommitMessage(message, { requests: '!' });

/**
 * The commits that were pushed to the default branch, each as a change of its own.
 *
 * @remarks
 * The merge of a merge request is a push too: the commit that merged it stands for all of the push, and names the
 * request. An event does not tell when the push happened; its newest commit is the nearest that is known.
 */
export const pushReader = createPayloadReader(schema, (payload, context) => {
  const { commits, project: of } = payload;
  const { path_with_namespace: repo, default_branch: branch } = of;
  if (!branch || payload.ref !== `refs/heads/${branch}`) {
    return [];
  }
  const at = commits.map(({ timestamp }) => timestamp).sort();
  const newest = at[at.length - 1];
  const last = commits.at(-1);
  const isMerge =
    last !== undefined && readMessage(last).changeNumber !== undefined;
  const changes = isMerge ? [commits] : commits.map(pushed => [pushed]);
  return changes.map(parts => {
    const head = parts[parts.length - 1];
    const { changeNumber, subject } = readMessage(head);
    const messages = parts.map(readMessage);
    const paths = pathsOf(parts);
    return observationOf(
      repo,
      newest,
      {
        kind: 'change',
        source: SOURCE,
        repo,
        sha: head.id,
        namedNumber: changeNumber,
        url: head.url,
        title: subject,
        // The person who merges is rarely the author.
        ...(isMerge ? {} : authorOf(payload.user_username, context)),
        mergedAt: newest,
        targetBranch: branch,
        commits: parts.map(({ id, timestamp }) => ({
          sha: id,
          authoredAt: timestamp,
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
    );
  });
});
