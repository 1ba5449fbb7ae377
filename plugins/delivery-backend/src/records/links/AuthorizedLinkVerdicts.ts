import {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ForCaller } from '@fairlead/backend-routes';
import {
  deliveryLinkUpdateAnyPermission,
  deliveryLinkUpdatePermission,
  LinkVerdictRequest,
} from '@fairlead/backstage-plugin-delivery-common';
import { isolated } from '@fairlead/bidi-text';
import { VisibilityService } from '../../catalog/visibility';
import { LinkVerdicts } from './LinkVerdicts';

export interface AuthorizedLinkVerdictsOptions {
  auth: AuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  visibility: VisibilityService;
}

/** Verdicts of callers from outside. */
export class AuthorizedLinkVerdicts {
  readonly #options: AuthorizedLinkVerdictsOptions;
  readonly #verdicts: LinkVerdicts;

  static create(
    verdicts: LinkVerdicts,
    options: AuthorizedLinkVerdictsOptions,
  ): AuthorizedLinkVerdicts {
    return new AuthorizedLinkVerdicts(verdicts, options);
  }

  private constructor(
    verdicts: LinkVerdicts,
    options: AuthorizedLinkVerdictsOptions,
  ) {
    this.#options = options;
    this.#verdicts = verdicts;
  }

  /**
   * Throws a NotFoundError for a record of no entity that the caller may see, and a NotAllowedError for a caller who
   * neither owns an entity of the incident nor may judge those of others.
   */
  async give(verdict: LinkVerdictRequest, caller: ForCaller): Promise<void> {
    const visibility = await this.#options.visibility.ofCatalog({
      ...caller,
      permission: deliveryLinkUpdatePermission,
    });
    const owners = await this.#verdicts.listOwners(verdict, { visibility });
    await this.#assertJudge(owners, caller);
    await this.#verdicts.give(verdict);
  }

  async #assertJudge(
    owners: readonly string[],
    { credentials }: ForCaller,
  ): Promise<void> {
    const { auth, permissions, userInfo } = this.#options;
    if (auth.isPrincipal(credentials, 'user')) {
      const user = await userInfo.getUserInfo(credentials);
      if (user.ownershipEntityRefs.some(ref => owners.includes(ref))) {
        return;
      }
    }
    const [{ result }] = await permissions.authorize(
      [{ permission: deliveryLinkUpdateAnyPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      const names = owners.map(owner => `'${owner}'`).join(', ') || 'nobody';
      throw new NotAllowedError(
        isolated`What caused an incident is said by who owns its entity (${names}), or by those with the permission '${deliveryLinkUpdateAnyPermission.name}'`,
      );
    }
  }
}
