import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who does something with a runbook. */
export interface Actor {
  /** The ref of a user, or the subject of a service. */
  ref: string;
  isService: boolean;
  /**
   * Software acts: a service, or another backend with the rights of a user, as that of MCP does for its agents. Only a
   * token that a user holds in a browser is taken for a person at work.
   */
  byAgent: boolean;
}

/** Who acts, as far as Backstage tells. */
export function readActor({ principal }: BackstageCredentials): Actor {
  const { type, userEntityRef, subject, actor } = principal as {
    type?: string;
    userEntityRef?: string;
    subject?: string;
    actor?: unknown;
  };
  return type === 'user' && userEntityRef
    ? {
        ref: userEntityRef,
        isService: false,
        byAgent: actor !== undefined,
      }
    : { ref: subject ?? 'unknown', isService: true, byAgent: true };
}
