import {
  isToolLogin,
  readAuthor,
} from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION } from './observation';

/** Accounts of tokens (`project_12_bot_…`) and those whose name says that they are a bot. */
const namesBot = (username: string) => /(^|[_-])bot([_-]|$)/i.test(username);

/** Whether an account is that of a bot, by its name or because its tool is known. */
export function isBot(username: string, context: ReadContext): boolean {
  return isToolLogin(username, { isBot: namesBot(username), context });
}

/** The author of a change, as records hold one. */
export function authorOf(username: string | undefined, context: ReadContext) {
  return username
    ? readAuthor(
        {
          annotation: LOGIN_ANNOTATION,
          login: username,
          isBot: namesBot(username),
        },
        context,
      )
    : undefined;
}

/** What stands for the persons among accounts; undefined if there are none. */
export function personsOf(
  actors: readonly ({ username?: string } | undefined)[],
  context: ReadContext,
): string[] | undefined {
  const persons = actors
    .flatMap(actor => actor?.username ?? [])
    .filter(username => !isBot(username, context))
    .map(username => context.person(LOGIN_ANNOTATION, username));
  return persons.length > 0 ? persons : undefined;
}
