import {
  parseCommitMessage,
  readTrailers,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  Observation,
  payloadInstantSchema as instant,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { account, links, optional, repository } from './payload';
import { authorOf } from './people';
import { ReaderContext } from './ReaderContext';

const commit = z.object({
  hash: z.string().min(1),
  date: instant,
  message: z.string(),
  author: optional(z.object({ user: account })),
  links,
});

const schema = z.object({
  push: z.object({
    changes: z.array(
      z.object({
        new: optional(
          z.object({ type: optional(z.string()), name: z.string() }),
        ),
        commits: optional(z.array(commit)),
      }),
    ),
  }),
  repository,
});

type Commit = z.output<typeof commit>;

/** `Merged in cart (pull request #7)`, and the same at the end of a title where commits are squashed. */
const NUMBER = /\(pull request #(\d+)\)$/;

const joinsBranches = /^Merged? (branch|remote-tracking branch|tag|commit)\b/;

const nonEmpty = <T>(list: T[]) => (list.length > 0 ? list : undefined);

function readMessage({ message }: Commit) {
  const told = parseCommitMessage(message);
  const number = NUMBER.exec(told.subject)?.[1];
  return { ...told, namedNumber: number ? Number(number) : undefined };
}

/** One change of the commits that it consists of, the newest first. */
function readChange(
  commits: readonly Commit[],
  pushed: { at: string; branch: string; repo: string },
  context: ReaderContext,
): Observation {
  const [last] = commits;
  const { subject, namedNumber, revertOf, cherryPickOf } = readMessage(last);
  const isMerge = namedNumber !== undefined;
  return observationOf(pushed.repo, pushed.at, {
    kind: 'change',
    source: SOURCE,
    repo: pushed.repo,
    sha: last.hash,
    namedNumber,
    url: last.links?.html?.href,
    title: subject,
    // Who merges a request is seldom its author.
    ...(isMerge ? {} : authorOf(last.author?.user, context)),
    mergedAt: pushed.at,
    targetBranch: pushed.branch,
    commits: commits.map(({ hash, date }) => ({ sha: hash, authoredAt: date })),
    revertOf: nonEmpty(revertOf),
    cherryPickOf: nonEmpty(cherryPickOf),
    mergeCommit: (!isMerge && joinsBranches.test(subject)) || undefined,
    trailers: readTrailers(
      commits.map(({ message }) => message),
      context,
    ),
  });
}

/**
 * The commits that were pushed to the main branch, each as a change of its own, but for a commit that merged a request: it
 * stands for all that was pushed with it, and names the request.
 *
 * @remarks
 * An event holds the newest five commits, and no time of the push: the newest of them is the nearest that is known.
 */
export const pushReader = createPayloadReader(
  schema,
  ({ push, repository: of }, context: ReaderContext) => {
    const mains = of.mainbranch?.name
      ? [of.mainbranch.name]
      : context.options.mainBranches;
    return push.changes.flatMap(({ commits = [], new: pushed }) => {
      const isMain = pushed?.type === 'branch' && mains.includes(pushed.name);
      const at = commits
        .map(({ date }) => date)
        .sort()
        .at(-1);
      if (!isMain || at === undefined) {
        return [];
      }
      const isMerge = readMessage(commits[0]).namedNumber !== undefined;
      const changes = isMerge ? [commits] : commits.map(one => [one]);
      return changes.map(parts =>
        readChange(
          parts,
          { at, branch: pushed.name, repo: of.full_name },
          context,
        ),
      );
    });
  },
);
