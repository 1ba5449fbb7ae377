import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  BackfillRequest,
  deliverySourceReadPermission,
  deliverySourceUpdatePermission,
  ReplayRequest,
} from '@fairlead/backstage-plugin-delivery-common';
import { assertAllowed } from '@fairlead/backend-routes';
import { ForCaller, SourceStatuses } from './SourceStatuses';

/** Shows sources to whom may see them, and lets those act who may. */
export class AuthorizedSourceStatuses implements SourceStatuses<ForCaller> {
  readonly #inner: SourceStatuses;
  readonly #permissions: PermissionsService;

  static create(
    inner: SourceStatuses,
    options: { permissions: PermissionsService },
  ): AuthorizedSourceStatuses {
    return new AuthorizedSourceStatuses(inner, options);
  }

  private constructor(
    inner: SourceStatuses,
    options: { permissions: PermissionsService },
  ) {
    this.#inner = inner;
    this.#permissions = options.permissions;
  }

  async list(options: ForCaller) {
    await this.#assertReader(options);
    return this.#inner.list({});
  }

  async listQuarantine(
    query: Parameters<SourceStatuses['listQuarantine']>[0],
    options: ForCaller,
  ) {
    await this.#assertReader(options);
    return this.#inner.listQuarantine(query, {});
  }

  async replay(request: ReplayRequest, options: ForCaller) {
    await this.#assertOperator(options);
    return this.#inner.replay(request, {});
  }

  async backfill(request: BackfillRequest, options: ForCaller) {
    await this.#assertOperator(options);
    return this.#inner.backfill(request, {});
  }

  async #assertReader(options: ForCaller): Promise<void> {
    await assertAllowed(
      this.#permissions,
      deliverySourceReadPermission,
      options,
    );
  }

  async #assertOperator(options: ForCaller): Promise<void> {
    await assertAllowed(
      this.#permissions,
      deliverySourceUpdatePermission,
      options,
    );
  }
}
