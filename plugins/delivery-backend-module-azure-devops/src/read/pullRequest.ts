import {
  parseCommitMessage,
  stringifyRecordKey,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  Observation,
  payloadInstantSchema as instant,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import {
  branchOf,
  identity,
  nameOf,
  optional,
  repository,
  time,
} from './payload';
import { authorOf, Identity, isBot, personsOf } from './people';

const commit = optional(z.object({ commitId: optional(z.string()) }));

const request = z.object({
  repository,
  pullRequestId: z.int().positive(),
  status: z.string(),
  isDraft: optional(z.boolean()),
  createdBy: optional(identity),
  creationDate: instant,
  closedDate: time,
  title: optional(z.string()),
  description: optional(z.string()),
  targetRefName: optional(z.string()),
  lastMergeSourceCommit: commit,
  lastMergeCommit: commit,
  reviewers: optional(z.array(identity.extend({ vote: optional(z.number()) }))),
});

type Request = z.output<typeof request>;

const schema = z.object({
  eventType: z.string(),
  message: optional(z.object({ text: optional(z.string()) })),
  resource: request,
  createdDate: instant,
});

/** What the button that reverts a request writes into the description of the new one. */
const REVERTED_REQUEST = /\bReverts !(\d+)/g;

/** Votes are 10 and 5 for yes, the latter with suggestions, -5 for a wait and -10 for no; 0 is none. */
const isApproval = (vote: number) => vote > 0;

const nonEmpty = <T>(list: T[]) => (list.length > 0 ? list : undefined);

const reviewsOf = (
  reviewers: readonly Identity[],
  at: string,
  context: ReadContext,
) => personsOf(reviewers, context)?.map(by => ({ by, at }));

/** Where Azure DevOps names only one of them, the author may have reviewed their own change, which is no review. */
const mayBeOwn = (by: Identity | undefined, { createdBy: author }: Request) =>
  by?.id === undefined || author?.id === undefined || by.id === author.id;

/** Votes as they are at the time of an event. When they were given is not told: the first event that has one is nearest. */
function votesOf(told: Request, at: string, context: ReadContext) {
  const given = (told.reviewers ?? []).filter(
    one => one.vote && !one.isContainer && !mayBeOwn(one, told),
  );
  const persons = given.filter(one => !isBot(one, context));
  const yes = persons.filter(({ vote = 0 }) => isApproval(vote));
  return {
    reviews: reviewsOf(persons, at, context),
    firstReviewAt: persons.length > 0 ? at : undefined,
    firstBotReviewAt: given.length > persons.length ? at : undefined,
    approvedAt: yes.length > 0 ? at : undefined,
    approvers: personsOf(yes, context),
  };
}

function observe(
  told: Request,
  at: string,
  more: Record<string, unknown>,
  context: ReadContext,
): Observation {
  const repo = nameOf(told.repository);
  const site = told.repository.webUrl ?? told.repository.remoteUrl;
  const message = parseCommitMessage(
    `${told.title ?? ''}\n\n${told.description ?? ''}`,
  );
  const reverted = Array.from(
    (told.description ?? '').matchAll(REVERTED_REQUEST),
    ([, number]) => stringifyRecordKey('change', [SOURCE, repo, number]),
  );
  const isMerged = told.status === 'completed';
  return observationOf(repo, at, {
    kind: 'change',
    source: SOURCE,
    repo,
    number: told.pullRequestId,
    url: site && `${site}/pullrequest/${told.pullRequestId}`,
    title: told.title,
    ...authorOf(told.createdBy, context),
    draft: told.isDraft,
    openedAt: told.creationDate,
    reviewers: personsOf(told.reviewers ?? [], context),
    mergedAt: isMerged ? told.closedDate : undefined,
    closedAt: told.status === 'abandoned' ? told.closedDate : undefined,
    // Until it is completed, this is a merge that was only tried.
    mergeSha: isMerged ? told.lastMergeCommit?.commitId : undefined,
    headSha: told.lastMergeSourceCommit?.commitId,
    targetBranch: branchOf(told.targetRefName),
    revertOf: nonEmpty([...message.revertOf, ...reverted]),
    cherryPickOf: nonEmpty(message.cherryPickOf),
    ...more,
  });
}

/** What the text of an event says when commits were pushed; nothing else tells it from other updates. */
const PUSHED = /\bupdated the source branch\b/;

/** The head is pushed at the latest when the request is opened, and again with each update that moves it. */
function pushesOf({
  eventType,
  message,
  resource,
  createdDate,
}: z.output<typeof schema>) {
  const sha = resource.lastMergeSourceCommit?.commitId;
  const isOpening = eventType === 'git.pullrequest.created';
  const isPush = PUSHED.test(message?.text ?? '');
  return sha && (isOpening || isPush)
    ? [{ sha, at: isOpening ? resource.creationDate : createdDate }]
    : undefined;
}

/** A change, as the whole of it is at the time of the event. */
export const pullRequestReader = createPayloadReader(
  schema,
  (event, context) => {
    const { createdDate: at, resource } = event;
    const more = { ...votesOf(resource, at, context), pushes: pushesOf(event) };
    return [observe(resource, at, more, context)];
  },
);

const commentSchema = z.object({
  resource: z.object({
    comment: z.object({
      author: optional(identity),
      publishedDate: instant,
      commentType: optional(z.string()),
      isDeleted: optional(z.boolean()),
    }),
    pullRequest: request,
  }),
});

/** What somebody wrote about a change. Of what Azure DevOps writes by itself nothing is read. */
export const pullRequestCommentReader = createPayloadReader(
  commentSchema,
  ({ resource: { comment, pullRequest } }, context) => {
    const { author, publishedDate: at } = comment;
    if (
      !author ||
      mayBeOwn(author, pullRequest) ||
      comment.commentType === 'system' ||
      comment.isDeleted
    ) {
      return [];
    }
    const more = isBot(author, context)
      ? { firstBotReviewAt: at }
      : { reviews: reviewsOf([author], at, context), firstReviewAt: at };
    return [observe(pullRequest, at, more, context)];
  },
);
