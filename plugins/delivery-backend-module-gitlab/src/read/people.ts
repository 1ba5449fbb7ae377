import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION } from './observation';

/** Accounts of tokens (`project_12_bot_…`) and those whose name says that they are a bot. */
export function isBot(username: string): boolean {
  return /(^|[_-])bot([_-]|$)/i.test(username);
}

/** The author of a change, as records hold one. */
export function authorOf(
  username: string | undefined,
  context: Pick<ReadContext, 'person'>,
): { author?: string; authorIsBot?: boolean } {
  return username
    ? {
        author: context.person(LOGIN_ANNOTATION, username),
        authorIsBot: isBot(username),
      }
    : {};
}
