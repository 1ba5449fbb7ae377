import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { deliveryRecordReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { DeliveredChanges, DeliveredChangesQuery } from './DeliveredChanges';

/** Delivered changes for who may read records. */
export class AuthorizedDeliveredChanges {
  readonly #delivered: DeliveredChanges;
  readonly #permissions: PermissionsService;

  static create(
    delivered: DeliveredChanges,
    permissions: PermissionsService,
  ): AuthorizedDeliveredChanges {
    return new AuthorizedDeliveredChanges(delivered, permissions);
  }

  private constructor(
    delivered: DeliveredChanges,
    permissions: PermissionsService,
  ) {
    this.#delivered = delivered;
    this.#permissions = permissions;
  }

  async read(query: DeliveredChangesQuery, caller: ForCaller) {
    await assertAllowed(
      this.#permissions,
      deliveryRecordReadPermission,
      caller,
    );
    return this.#delivered.read(query);
  }
}
