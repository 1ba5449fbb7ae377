import { AuthService, UserInfoService } from '@backstage/backend-plugin-api';
import { ForCaller } from '@fairlead/backend-routes';
import { assertNoPerson, VisibilityService } from '../../catalog/visibility';
import { ForReader } from './DatabaseFriction';
import { Friction, FrictionQuery } from './Friction';

export interface AuthorizedFrictionOptions {
  auth: AuthService;
  userInfo: UserInfoService;
  visibility: VisibilityService;
}

/** Answers from what the caller may see, in sums unless the reader is of the owning team. */
export class AuthorizedFriction implements Friction<ForCaller> {
  readonly #friction: Friction<ForReader>;
  readonly #options: AuthorizedFrictionOptions;

  static create(
    friction: Friction<ForReader>,
    options: AuthorizedFrictionOptions,
  ): AuthorizedFriction {
    return new AuthorizedFriction(friction, options);
  }

  private constructor(
    friction: Friction<ForReader>,
    options: AuthorizedFrictionOptions,
  ) {
    this.#friction = friction;
    this.#options = options;
  }

  async read(query: FrictionQuery, caller: ForCaller) {
    const { auth, userInfo, visibility } = this.#options;
    const seen = await visibility.ofCatalog(caller);
    assertNoPerson(query.entityRef);
    const { credentials } = caller;
    return this.#friction.read(query, {
      visibility: seen,
      // A service principal belongs to no team and has no reports of its own.
      ...(auth.isPrincipal(credentials, 'user') && {
        reader: await userInfo.getUserInfo(credentials),
      }),
    });
  }
}
