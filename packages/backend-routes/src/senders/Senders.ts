import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { isolated } from '@fairlead/bidi-text';
import { decideSender, SendingPrincipal } from './decideSender';
import { Sender } from './readSendersFromConfig';

const PLUGIN = 'plugin:';

/** Which sources a caller may send as. @public */
export interface SendingRights {
  /** Undefined if the caller may send as this source; else why not, and what to do about it. */
  refusal(source: string): string | undefined;
}

/** @public */
export interface SendersOptions {
  auth: AuthService;
  /** The key of the list in the configuration. */
  configKey: string;
  /** Whether a decision about the permission holds for a source. */
  holdsFor(decision: PolicyDecision, source: string): boolean;
  permission: ResourcePermission;
  permissions: PermissionsService;
  /** The list itself. */
  senders: readonly Sender[] | undefined;
  userInfo: UserInfoService;
}

/** Says who may send as which source: what the permission policy and the list in the configuration agree on. @public */
export class Senders {
  readonly #options: SendersOptions;

  static create(options: SendersOptions): Senders {
    return new Senders(options);
  }

  private constructor(options: SendersOptions) {
    this.#options = options;
  }

  /** Throws a NotAllowedError, saying what to do, for a caller who may send as no source at all. */
  async rightsOf(caller: {
    credentials: BackstageCredentials;
  }): Promise<SendingRights> {
    const { configKey, holdsFor, permission, permissions, senders } =
      this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      caller,
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        isolated`You need the permission '${permission.name}'`,
      );
    }
    const principal = await this.#principalOf(caller.credentials);
    const sources = decideSender({
      principal,
      result: decision.result,
      senders,
    });
    const name = nameOf(principal);
    if (sources === 'none') {
      throw new NotAllowedError(
        isolated`${name} may send as no source; name it with its sources in '${configKey}'`,
      );
    }
    return {
      refusal(source) {
        if (sources !== 'all' && !sources.has(source)) {
          return isolated`${name} may not send as source '${source}'; add it to its sources in '${configKey}'`;
        }
        return holdsFor(decision, source)
          ? undefined
          : isolated`The permission '${permission.name}' does not let ${name} send as source '${source}'`;
      },
    };
  }

  /** Throws a NotAllowedError, saying what to do, for a caller who may not send as this source. */
  async assertSender(
    source: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<void> {
    const refusal = (await this.rightsOf(caller)).refusal(source);
    if (refusal) {
      throw new NotAllowedError(refusal);
    }
  }

  async #principalOf(
    credentials: BackstageCredentials,
  ): Promise<SendingPrincipal> {
    const { auth, senders, userInfo } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      const { subject } = credentials.principal;
      return subject.startsWith(PLUGIN)
        ? { type: 'plugin' }
        : { type: 'token', subject };
    }
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only users and services send');
    }
    const { userEntityRef } = credentials.principal;
    const groups = senders
      ? (await userInfo.getUserInfo(credentials)).ownershipEntityRefs
      : [];
    return { type: 'user', subjects: [userEntityRef, ...groups] };
  }
}

function nameOf(principal: SendingPrincipal): string {
  switch (principal.type) {
    case 'user':
      return `'${principal.subjects[0]}'`;
    case 'token':
      return `'${principal.subject}'`;
    default:
      return 'A plugin of this backend';
  }
}
