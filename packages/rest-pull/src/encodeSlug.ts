import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** What hosts allow in names. */
const NAME = /^[\w.-]+$/;

/** In a path these lead to where they stand, or to what is above. */
const STEPS = ['.', '..'];

const isName = (part: string) => NAME.test(part) && !STEPS.includes(part);

/**
 * A slug as a part of a path, checked part by part: whatever somebody writes into an annotation never leads out of what
 * is asked about.
 *
 * @example `acme/shop` stays as it is; `../user` is refused.
 * @throws InputError if a part of it is no name
 * @public
 */
export function encodeSlug(slug: string): string {
  const parts = slug.split('/');
  const wrong = parts.find(part => !isName(part));
  if (wrong !== undefined) {
    throw new InputError(
      isolated`'${slug}' is not the slug of a repository: '${wrong}' is no name`,
    );
  }
  return parts.map(encodeURIComponent).join('/');
}
