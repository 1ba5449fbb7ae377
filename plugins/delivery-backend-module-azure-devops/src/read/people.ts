import {
  isToolLogin,
  readAuthor,
} from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { LOGIN_ANNOTATION } from './observation';
import { identity } from './payload';

/** A person, a group or a service. */
export type Identity = z.output<typeof identity>;

/** Accounts of services, such as that of a project's builds, have an id in place of an address. */
const OF_SERVICE = /^Build\\|^[0-9a-f-]{36}@[0-9a-f-]{36}$/i;

/** Whether an account is that of a service or a bot. */
export function isBot({ uniqueName = '' }: Identity, context: ReadContext) {
  return isToolLogin(uniqueName, {
    isBot: OF_SERVICE.test(uniqueName),
    context,
  });
}

/** The author of a change, as records hold one. */
export function authorOf(one: Identity | undefined, context: ReadContext) {
  return one?.uniqueName
    ? readAuthor(
        {
          annotation: LOGIN_ANNOTATION,
          login: one.uniqueName,
          isBot: isBot(one, context),
        },
        context,
      )
    : undefined;
}

/** What stands for the persons among reviewers, which may be groups; undefined if there are none. */
export function personsOf(
  identities: readonly Identity[],
  context: ReadContext,
): string[] | undefined {
  const persons = identities
    .filter(one => !one.isContainer && !isBot(one, context))
    .flatMap(({ uniqueName }) => uniqueName ?? [])
    .map(login => context.person(LOGIN_ANNOTATION, login));
  return persons.length > 0 ? persons : undefined;
}
