import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { deliveryRecordReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { MeasureValues, MeasureValuesQuery } from './MeasureValues';

/** Values for who may read records. */
export class AuthorizedMeasureValues {
  readonly #values: MeasureValues;
  readonly #permissions: PermissionsService;

  static create(
    values: MeasureValues,
    permissions: PermissionsService,
  ): AuthorizedMeasureValues {
    return new AuthorizedMeasureValues(values, permissions);
  }

  private constructor(values: MeasureValues, permissions: PermissionsService) {
    this.#values = values;
    this.#permissions = permissions;
  }

  async read(query: MeasureValuesQuery, caller: ForCaller) {
    await assertAllowed(
      this.#permissions,
      deliveryRecordReadPermission,
      caller,
    );
    return this.#values.read(query);
  }
}
