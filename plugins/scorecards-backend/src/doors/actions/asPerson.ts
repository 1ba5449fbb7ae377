import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { asUser, ForUser, readActor } from '@fairlead/backend-routes';

/** On whose behalf an action runs that is for people alone. Throws a NotAllowedError where no person stands behind it. */
export function asPerson(credentials: BackstageCredentials): ForUser {
  if (readActor(credentials).isService) {
    throw new NotAllowedError(
      'This is asked for by people; call the action with the token of a user',
    );
  }
  return asUser(credentials);
}
