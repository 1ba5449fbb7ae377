import { AuthService, UserInfoService } from '@backstage/backend-plugin-api';
import { ForCaller } from '@fairlead/backend-routes';

/** Knows the refs that stand for a caller as an owner. */
export class OwnershipReader {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;

  static create(options: {
    auth: AuthService;
    userInfo: UserInfoService;
  }): OwnershipReader {
    return new OwnershipReader(options);
  }

  private constructor(options: {
    auth: AuthService;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
  }

  /** None for a service. */
  async read({ credentials }: ForCaller): Promise<string[]> {
    return this.#auth.isPrincipal(credentials, 'user')
      ? (await this.#userInfo.getUserInfo(credentials)).ownershipEntityRefs
      : [];
  }
}
