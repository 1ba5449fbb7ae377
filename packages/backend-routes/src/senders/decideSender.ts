import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Sender } from './readSendersFromConfig';

/** Who sends: a user with the groups whose member it is, a plugin of this backend, or a token. @public */
export type SendingPrincipal =
  | { type: 'user'; subjects: readonly string[] }
  | { type: 'plugin' }
  | { type: 'token'; subject: string };

/** What somebody may send as: all sources, those of a list, or nothing. @public */
export type SendableSources = 'all' | ReadonlySet<string> | 'none';

/**
 * Which sources the list of senders leaves to somebody whom the policy lets send. What the policy makes conditions on is
 * looked at besides.
 *
 * @remarks
 *
 * Whoever the list names sends as what it says there. Of the others: plugins of this backend are the portal itself; a
 * token sends as anything while there is no list, and as nothing once there is one; a user sends as nothing unless the
 * policy names sources, since a policy that allows everything was not thinking of this.
 *
 * @public
 */
export function decideSender(options: {
  principal: SendingPrincipal;
  result: AuthorizeResult;
  senders: readonly Sender[] | undefined;
}): SendableSources {
  const { principal, result, senders } = options;
  if (result === AuthorizeResult.DENY) {
    return 'none';
  }
  if (principal.type === 'plugin') {
    return 'all';
  }
  const subjects =
    principal.type === 'user' ? principal.subjects : [principal.subject];
  const listed = (senders ?? []).filter(({ subject }) =>
    subjects.includes(subject),
  );
  if (listed.length > 0) {
    return new Set(listed.flatMap(({ sources }) => sources));
  }
  const isNamedElsewhere =
    principal.type === 'user'
      ? result === AuthorizeResult.CONDITIONAL
      : senders === undefined;
  return isNamedElsewhere ? 'all' : 'none';
}
