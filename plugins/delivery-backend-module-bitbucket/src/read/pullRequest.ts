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
import {
  account,
  Account,
  links,
  named,
  optional,
  repository,
  wholeHash,
} from './payload';
import { authorOf, isBot, isOther, isSame, personsOf } from './people';
import { ReaderContext } from './ReaderContext';

const decision = optional(z.object({ date: instant, user: account }));

const schema = z.object({
  pullrequest: z.object({
    id: z.int().positive(),
    title: optional(z.string()),
    description: optional(z.string()),
    state: z.string(),
    draft: optional(z.boolean()),
    author: account,
    created_on: instant,
    updated_on: instant,
    merge_commit: wholeHash,
    source: optional(z.object({ commit: wholeHash })),
    destination: optional(z.object({ branch: named })),
    reviewers: optional(z.array(account)),
    participants: optional(
      z.array(z.object({ user: account, state: optional(z.string()) })),
    ),
    links,
  }),
  approval: decision,
  changes_request: decision,
  comment: optional(
    z.object({
      created_on: instant,
      user: account,
      deleted: optional(z.boolean()),
    }),
  ),
  repository,
});

type Payload = z.output<typeof schema>;

/**
 * What of a review an event tells. That an approval or a request for changes was taken back looks the same but for the
 * state of the participant.
 */
function readReview({ pullrequest: request, ...told }: Payload) {
  const stateOf = (user: Account) =>
    request.participants?.find(one => isSame(one.user, user))?.state;
  const { approval, changes_request: changes, comment } = told;
  if (approval) {
    const isGiven = stateOf(approval.user) === 'approved';
    return { ...approval, isGiven, isApproval: true };
  }
  if (changes) {
    const isGiven = stateOf(changes.user) === 'changes_requested';
    return { ...changes, isGiven, isApproval: false };
  }
  return comment
    ? {
        date: comment.created_on,
        user: comment.user,
        isGiven: !comment.deleted,
        isApproval: false,
      }
    : undefined;
}

function reviewsOf(payload: Payload, context: ReaderContext) {
  const review = readReview(payload);
  // Where Bitbucket names only one of them, the author may have reviewed their own change.
  if (!review?.isGiven || !isOther(review.user, payload.pullrequest.author)) {
    return undefined;
  }
  const { date, isApproval, user } = review;
  if (isBot(user, context)) {
    return { firstBotReviewAt: date };
  }
  const persons = personsOf([user], context);
  return {
    reviews: persons?.map(by => ({ by, at: date })),
    firstReviewAt: date,
    ...(isApproval && { approvedAt: date, approvers: persons }),
  };
}

const CLOSED = ['DECLINED', 'SUPERSEDED'];

const nonEmpty = <T>(list: T[]) => (list.length > 0 ? list : undefined);

/** A change, as the whole of it is at the time of the event. */
export const pullRequestReader = createPayloadReader(
  schema,
  (payload, context: ReaderContext) => {
    const { pullrequest: told, repository: of } = payload;
    const repo = of.full_name;
    const message = parseCommitMessage(
      `${told.title ?? ''}\n\n${told.description ?? ''}`,
    );
    const review = readReview(payload);
    const isMerged = told.state === 'MERGED';
    // Of a request that is spoken of after its end, that is no longer the time of its end.
    const endedAt = review ? undefined : told.updated_on;
    return [
      observationOf(repo, review?.date ?? told.updated_on, {
        kind: 'change',
        source: SOURCE,
        repo,
        number: told.id,
        url: told.links?.html?.href,
        title: told.title,
        ...authorOf(told.author, context),
        draft: told.draft,
        openedAt: told.created_on,
        reviewers: personsOf(told.reviewers ?? [], context),
        ...reviewsOf(payload, context),
        mergedAt: isMerged ? endedAt : undefined,
        closedAt: CLOSED.includes(told.state) ? endedAt : undefined,
        mergeSha: isMerged ? told.merge_commit?.hash : undefined,
        headSha: told.source?.commit?.hash,
        targetBranch: told.destination?.branch?.name,
        revertOf: nonEmpty(message.revertOf),
        cherryPickOf: nonEmpty(message.cherryPickOf),
      }),
    ];
  },
);

const commitsSchema = z.object({
  pullrequest_commits: z.array(
    z.object({
      hash: z.string().min(1),
      date: optional(instant),
      message: optional(z.string()),
    }),
  ),
  pullrequest: z.object({ id: z.int().positive(), updated_on: instant }),
  repository,
});

/** The commits of a change, the newest first. No webhook tells them: only a pull does. */
export const pullRequestCommitsReader = createPayloadReader(
  commitsSchema,
  (
    { pullrequest: told, pullrequest_commits: commits, repository: of },
    context: ReaderContext,
  ) => [
    observationOf(of.full_name, told.updated_on, {
      kind: 'change',
      source: SOURCE,
      repo: of.full_name,
      number: told.id,
      headSha: commits[0]?.hash,
      commits: commits.map(({ hash, date }) => ({
        sha: hash,
        ...(date && { authoredAt: date }),
      })),
      trailers: readTrailers(
        commits.map(({ message }) => message),
        context,
      ),
    }),
  ],
);
