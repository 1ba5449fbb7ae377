import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/** Who does something. @public */
export interface Actor {
  /** The ref of a user, or the subject of a service. */
  ref: string;
  isService: boolean;
  /**
   * Software acts: a service, or another backend with the rights of a user, as that of MCP does for its agents. Only a
   * token that a user sends without a backend in between is taken for a person at work.
   */
  byAgent: boolean;
}

/** Who acts, as far as Backstage tells. Routes let in users and services, and nobody else. @public */
export function readActor(credentials: BackstageCredentials): Actor {
  const principal = credentials.principal as
    | BackstageServicePrincipal
    | BackstageUserPrincipal;
  return principal.type === 'user'
    ? {
        ref: principal.userEntityRef,
        isService: false,
        byAgent: principal.actor !== undefined,
      }
    : { ref: principal.subject, isService: true, byAgent: true };
}
