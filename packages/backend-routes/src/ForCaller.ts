import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/** On whose behalf an `Authorized…` service answers. */
export interface ForCaller {
  credentials: BackstageCredentials;
}

/** On whose behalf an `Authorized…` service acts where only people may. */
export interface ForUser {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/** On whose behalf a route acts that lets only users in. */
export function asUser(credentials: BackstageCredentials): ForUser {
  return {
    credentials: credentials as BackstageCredentials<BackstageUserPrincipal>,
  };
}
