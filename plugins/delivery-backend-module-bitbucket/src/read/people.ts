import {
  isToolLogin,
  readAuthor,
} from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION } from './observation';
import { Account } from './payload';

/** Whether an account is that of a bot, a program or a team, and not that of a person. */
export function isBot(one: Account, context: ReadContext): boolean {
  const isProgram = one?.type !== undefined && one.type !== 'user';
  return isToolLogin(one?.nickname ?? '', { isBot: isProgram, context });
}

/** Whether both are the same account. */
export const isSame = (one: Account, other: Account) =>
  one?.uuid !== undefined && one.uuid === other?.uuid;

/** Whether both are told, and are not the same account. */
export const isOther = (one: Account, other: Account) =>
  one?.uuid !== undefined &&
  other?.uuid !== undefined &&
  one.uuid !== other.uuid;

const idOf = (one: Account) => one?.account_id ?? one?.uuid;

/** The author of a change, as records hold one. */
export function authorOf(one: Account, context: ReadContext) {
  const id = idOf(one);
  if (id === undefined) {
    return undefined;
  }
  return isBot(one, context)
    ? readAuthor(
        {
          annotation: LOGIN_ANNOTATION,
          login: one?.nickname ?? id,
          isBot: true,
        },
        context,
      )
    : { author: context.person(LOGIN_ANNOTATION, id) };
}

/** What stands for the persons among accounts; undefined if there are none. */
export function personsOf(
  accounts: readonly Account[],
  context: ReadContext,
): string[] | undefined {
  const persons = accounts
    .filter(one => !isBot(one, context))
    .flatMap(one => idOf(one) ?? [])
    .map(id => context.person(LOGIN_ANNOTATION, id));
  return persons.length > 0 ? persons : undefined;
}
