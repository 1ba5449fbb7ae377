import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  FactSourceStatus,
  scorecardsSourceReadPermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { FactSourceStatuses } from './FactSourceStatuses';

/** How the fact sources are doing, for callers from outside. */
export class AuthorizedFactSourceStatuses {
  readonly #statuses: FactSourceStatuses;
  readonly #permissions: PermissionsService;

  static create(
    statuses: FactSourceStatuses,
    permissions: PermissionsService,
  ): AuthorizedFactSourceStatuses {
    return new AuthorizedFactSourceStatuses(statuses, permissions);
  }

  private constructor(
    statuses: FactSourceStatuses,
    permissions: PermissionsService,
  ) {
    this.#statuses = statuses;
    this.#permissions = permissions;
  }

  async list(caller: ForCaller): Promise<FactSourceStatus[]> {
    await assertAllowed(
      this.#permissions,
      scorecardsSourceReadPermission,
      caller,
    );
    return this.#statuses.list();
  }
}
