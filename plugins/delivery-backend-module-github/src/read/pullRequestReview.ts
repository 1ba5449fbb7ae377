import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, repository } from './payload';
import { isBot, personsOf } from './people';

const schema = z.object({
  review: z.object({
    state: z.string(),
    submitted_at: optional(instant),
    user: actor,
  }),
  pull_request: z.object({ number: count, user: actor }),
  repository,
});

/** When a change was first reviewed by somebody else, a person or a bot, by whom, and who approved it when. */
export const pullRequestReviewReader = createPayloadReader(
  schema,
  (
    { review, pull_request: pull, repository: { full_name: repo } },
    context,
  ) => {
    const { user, submitted_at: at } = review;
    // Where GitHub names only one of them, as with accounts that are gone, the author may have reviewed their own change.
    const mayBeOwn = !user || !pull.user || user.login === pull.user.login;
    if (!at || mayBeOwn) {
      return [];
    }
    const persons = personsOf([user], context);
    const isApproval = review.state.toLowerCase() === 'approved';
    const change = {
      kind: 'change' as const,
      source: SOURCE,
      repo,
      number: pull.number,
    };
    return [
      observationOf(
        repo,
        at,
        isBot(user, context)
          ? { ...change, firstBotReviewAt: at }
          : {
              ...change,
              reviews: persons?.map(by => ({ by, at })),
              firstReviewAt: at,
              approvedAt: isApproval ? at : undefined,
              approvers: isApproval ? persons : undefined,
            },
      ),
    ];
  },
);
