import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, repository } from './payload';
import { isBot } from './people';

const schema = z.object({
  review: z.object({
    state: z.string(),
    submitted_at: optional(instant),
    user: actor,
  }),
  pull_request: z.object({ number: count, user: actor }),
  repository,
});

/** When a change was first reviewed by somebody else, and when it was approved. */
export const pullRequestReviewReader = createPayloadReader(
  schema,
  ({ review, pull_request: pull, repository: { full_name: repo } }) => {
    const isByAuthor =
      review.user !== undefined && review.user.login === pull.user?.login;
    if (
      !review.submitted_at ||
      isByAuthor ||
      (review.user && isBot(review.user))
    ) {
      return [];
    }
    const isApproval = review.state.toLowerCase() === 'approved';
    return [
      observationOf(repo, review.submitted_at, {
        kind: 'change',
        source: SOURCE,
        repo,
        number: pull.number,
        firstReviewAt: review.submitted_at,
        approvedAt: isApproval ? review.submitted_at : undefined,
      }),
    ];
  },
);
