import { UserInfoService } from '@backstage/backend-plugin-api';
import { ForUser } from '@fairlead/backend-routes';
import { VisibilityService } from '../../catalog/visibility';
import { OfUser } from './DatabaseWaiting';
import { Waiting } from './Waiting';

export interface AuthorizedWaitingOptions {
  userInfo: UserInfoService;
  visibility: VisibilityService;
}

/** Answers the user who asks, from what that user may see. */
export class AuthorizedWaiting implements Waiting<ForUser> {
  readonly #options: AuthorizedWaitingOptions;
  readonly #waiting: Waiting<OfUser>;

  static create(
    waiting: Waiting<OfUser>,
    options: AuthorizedWaitingOptions,
  ): AuthorizedWaiting {
    return new AuthorizedWaiting(waiting, options);
  }

  private constructor(
    waiting: Waiting<OfUser>,
    options: AuthorizedWaitingOptions,
  ) {
    this.#options = options;
    this.#waiting = waiting;
  }

  async list(query: { limit: number }, caller: ForUser) {
    const { userInfo, visibility } = this.#options;
    return this.#waiting.list(query, {
      visibility: await visibility.ofCatalog(caller),
      user: await userInfo.getUserInfo(caller.credentials),
    });
  }
}
