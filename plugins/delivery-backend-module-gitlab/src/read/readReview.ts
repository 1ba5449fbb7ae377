import { Change } from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { isBot, personsOf } from './people';

/**
 * What a comment or an approval is as a review of the change. It is none where it may be the author's own, since GitLab
 * does not tell who wrote it or who the author is.
 */
export function readReview(
  told: {
    by: { id?: number; username?: string } | undefined;
    authorId: number | undefined;
    at: string;
  },
  context: ReadContext,
): Pick<Change, 'reviews' | 'firstReviewAt' | 'firstBotReviewAt'> | undefined {
  const { by, authorId, at } = told;
  if (
    by?.id === undefined ||
    by.username === undefined ||
    authorId === undefined ||
    by.id === authorId
  ) {
    return undefined;
  }
  return isBot(by.username, context)
    ? { firstBotReviewAt: at }
    : {
        reviews: personsOf([by], context)?.map(person => ({ by: person, at })),
        firstReviewAt: at,
      };
}
