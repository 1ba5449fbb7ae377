import {
  isToolLogin,
  readAuthor,
} from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION } from './observation';

interface Actor {
  login: string;
  type?: string;
  /** That a commit was written with. */
  address?: string;
}

/** Apps and the accounts that they act by. */
const isApp = ({ login, type }: Actor) =>
  type?.toLowerCase() === 'bot' || login.endsWith('[bot]');

/** Whether an account is that of a bot, by its kind or because its tool is known. */
export function isBot(actor: Actor, context: ReadContext): boolean {
  return isToolLogin(actor.login, { isBot: isApp(actor), context });
}

/** The author of a change, as records hold one. */
export function authorOf(actor: Actor | undefined, context: ReadContext) {
  return (
    actor &&
    readAuthor(
      {
        annotation: LOGIN_ANNOTATION,
        login: actor.login,
        address: actor.address,
        isBot: isApp(actor),
      },
      context,
    )
  );
}

/** What stands for the persons among accounts; undefined if there are none. */
export function personsOf(
  actors: readonly (Actor | undefined)[],
  context: ReadContext,
): string[] | undefined {
  const persons = actors
    .filter(actor => actor !== undefined)
    .filter(actor => !isBot(actor, context))
    .map(({ login }) => context.person(LOGIN_ANNOTATION, login));
  return persons.length > 0 ? persons : undefined;
}
