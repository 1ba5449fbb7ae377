import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { isToolLogin } from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { Host, Repository } from './repository';

/** By which users name their accounts at these hosts. */
const LOGIN_ANNOTATIONS: Record<Host, string | undefined> = {
  bitbucket: 'bitbucket.org/account-id',
  github: 'github.com/user-login',
  gitlab: 'gitlab.com/user-login',
  other: undefined,
};

/**
 * What stands for a person that a sender names, by the ref of a user or by the account at the host of the repository.
 * Undefined of a bot, and where it cannot be known whose account it is.
 */
export function personOf(
  name: string,
  repository: Repository | undefined,
  context: ReadContext,
): string | undefined {
  if (name.includes(':')) {
    return readUserRef(name);
  }
  const annotation = repository && LOGIN_ANNOTATIONS[repository.host];
  const isBot = isToolLogin(name, { isBot: name.endsWith('[bot]'), context });
  return annotation && !isBot ? context.person(annotation, name) : undefined;
}

function readUserRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text);
    return ref.kind.toLowerCase() === 'user'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
