import {
  parseCommitMessage,
  readTrailers,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  payloadInstantSchema as instant,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { branchOf, identity, nameOf, optional, repository } from './payload';
import { authorOf } from './people';

const schema = z.object({
  resource: z.object({
    commits: optional(
      z.array(
        z.object({
          commitId: z.string().min(1),
          comment: optional(z.string()),
          author: optional(z.object({ date: optional(instant) })),
        }),
      ),
    ),
    refUpdates: z.array(
      z.object({ name: z.string(), newObjectId: z.string() }),
    ),
    repository,
    pushedBy: optional(identity),
    date: instant,
  }),
});

/** `Merged PR 42: Add a cart` */
const NUMBER = /^Merged PR (\d+):/;

/**
 * The commits that were pushed to the default branch, each as a change of its own, but for those of a request: the commit
 * that merged it stands for all that was pushed with it, and names the request.
 */
export const pushReader = createPayloadReader(
  schema,
  ({ resource }, context) => {
    const {
      commits = [],
      date,
      refUpdates,
      repository: of,
      pushedBy,
    } = resource;
    const isDefault = refUpdates.some(({ name }) => name === of.defaultBranch);
    const repo = nameOf(of);
    if (!isDefault || commits.length === 0) {
      return [];
    }
    const numberOf = (comment = '') => NUMBER.exec(comment)?.[1];
    const isMerge = commits.some(({ comment }) => numberOf(comment));
    const changes = isMerge ? [commits] : commits.map(one => [one]);
    return changes.map(parts => {
      const head = parts.find(({ comment }) => numberOf(comment)) ?? parts[0];
      const number = numberOf(head.comment);
      const { subject, revertOf, cherryPickOf } = parseCommitMessage(
        head.comment ?? '',
      );
      return observationOf(repo, date, {
        kind: 'change',
        source: SOURCE,
        repo,
        sha: head.commitId,
        namedNumber: number ? Number(number) : undefined,
        title: subject,
        // Who merges a request is seldom its author.
        ...(isMerge ? {} : authorOf(pushedBy, context)),
        mergedAt: date,
        targetBranch: branchOf(of.defaultBranch),
        commits: parts.map(({ author, commitId }) => ({
          sha: commitId,
          ...(author?.date && { authoredAt: author.date }),
        })),
        revertOf: revertOf.length > 0 ? revertOf : undefined,
        cherryPickOf: cherryPickOf.length > 0 ? cherryPickOf : undefined,
        trailers: readTrailers(
          parts.map(({ comment }) => comment),
          context,
        ),
      });
    });
  },
);
