import { AuthService, UserInfoService } from '@backstage/backend-plugin-api';
import { ForCaller } from '@fairlead/backend-routes';
import { Knex } from 'knex';
import {
  assertVisibleRunbook,
  VisibilityService,
} from '../../catalog/visibility';
import { ForReader } from './DatabaseRunbooks';
import { Runbooks, RunbooksQuery } from './Runbooks';

export interface AuthorizedRunbooksOptions {
  auth: AuthService;
  db: Knex;
  userInfo: UserInfoService;
  visibility: VisibilityService;
}

/** The registry as callers from outside see it. */
export class AuthorizedRunbooks implements Runbooks<ForCaller> {
  readonly #options: AuthorizedRunbooksOptions;
  readonly #runbooks: Runbooks<ForReader>;

  static create(
    runbooks: Runbooks<ForReader>,
    options: AuthorizedRunbooksOptions,
  ): AuthorizedRunbooks {
    return new AuthorizedRunbooks(runbooks, options);
  }

  private constructor(
    runbooks: Runbooks<ForReader>,
    options: AuthorizedRunbooksOptions,
  ) {
    this.#runbooks = runbooks;
    this.#options = options;
  }

  async list(query: RunbooksQuery, caller: ForCaller) {
    const visible = await this.#options.visibility.ofCatalog(caller);
    return this.#runbooks.list(query, { visible, ownershipRefs: [] });
  }

  async get(runbookId: string, caller: ForCaller) {
    const visible = await assertVisibleRunbook(runbookId, {
      ...this.#options,
      ...caller,
    });
    return this.#runbooks.get(runbookId, {
      visible,
      ownershipRefs: await this.#readOwnership(caller),
    });
  }

  async #readOwnership({ credentials }: ForCaller): Promise<string[]> {
    const { auth, userInfo } = this.#options;
    return auth.isPrincipal(credentials, 'user')
      ? (await userInfo.getUserInfo(credentials)).ownershipEntityRefs
      : [];
  }
}
