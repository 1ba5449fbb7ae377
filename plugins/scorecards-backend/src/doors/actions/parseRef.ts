import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** A ref as somebody typed it, as a full ref in lower case. Throws an InputError when it is none. */
export function parseRef(
  text: string,
  context?: { defaultKind: string },
): string {
  try {
    return stringifyEntityRef(parseEntityRef(text, context));
  } catch (error) {
    throw new InputError(
      isolated`'${text}' is not an entity ref`,
      toError(error),
    );
  }
}
