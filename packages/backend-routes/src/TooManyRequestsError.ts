import { CustomErrorBase } from '@backstage/errors';

/** Somebody did more of something than there may be; the message says when to go on. @public */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  /** By this, Backstage's error handler answers. */
  readonly statusCode = 429;
}
