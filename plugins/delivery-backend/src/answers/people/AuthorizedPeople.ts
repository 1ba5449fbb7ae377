import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { deliveryRecordReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { People, PeopleQuery } from './People';

/** What stands for users, for who may read records. */
export class AuthorizedPeople {
  readonly #people: People;
  readonly #permissions: PermissionsService;

  static create(
    people: People,
    permissions: PermissionsService,
  ): AuthorizedPeople {
    return new AuthorizedPeople(people, permissions);
  }

  private constructor(people: People, permissions: PermissionsService) {
    this.#people = people;
    this.#permissions = permissions;
  }

  async read(query: PeopleQuery, caller: ForCaller) {
    await assertAllowed(
      this.#permissions,
      deliveryRecordReadPermission,
      caller,
    );
    return this.#people.read(query);
  }
}
