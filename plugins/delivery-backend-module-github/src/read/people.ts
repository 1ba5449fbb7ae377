import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION } from './observation';

interface Actor {
  login: string;
  type?: string;
}

/** Apps and the accounts that they act by. */
export function isBot({ login, type }: Actor): boolean {
  return type?.toLowerCase() === 'bot' || login.endsWith('[bot]');
}

/** The author of a change, as records hold one. */
export function authorOf(
  actor: Actor | undefined,
  context: Pick<ReadContext, 'person'>,
): { author?: string; authorIsBot?: boolean } {
  return actor
    ? {
        author: context.person(LOGIN_ANNOTATION, actor.login),
        authorIsBot: isBot(actor),
      }
    : {};
}
