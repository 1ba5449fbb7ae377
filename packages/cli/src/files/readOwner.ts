import { isolated } from '@fairlead/bidi-text';
import { CannotRunError } from './CannotRunError';

/** What is written as the owner where none was named, for the team to be put in its place. */
export const NOBODY = 'group:default/unknown';

/** The value of `--owner`. */
export function readOwner(owner: string): string {
  if (!/^(?:(?:group|user):)?(?:[^\s:/]+\/)?[^\s:/]+$/i.test(owner)) {
    throw new CannotRunError(
      isolated`--owner takes the ref of a team such as group:default/platform, not '${owner}'`,
    );
  }
  return owner;
}
