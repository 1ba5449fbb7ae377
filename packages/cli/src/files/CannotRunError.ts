import { CustomErrorBase } from '@backstage/errors';

/** A command cannot do what it was asked to; the message says in one line what to do. */
export class CannotRunError extends CustomErrorBase {
  name = 'CannotRunError' as const;
}
