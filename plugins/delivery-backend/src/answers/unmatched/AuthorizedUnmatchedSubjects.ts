import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { deliverySourceReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { UnmatchedSubjects, UnmatchedSubjectsQuery } from './UnmatchedSubjects';

/** Subjects for who may see how the sources are doing. */
export class AuthorizedUnmatchedSubjects {
  readonly #subjects: UnmatchedSubjects;
  readonly #permissions: PermissionsService;

  static create(
    subjects: UnmatchedSubjects,
    permissions: PermissionsService,
  ): AuthorizedUnmatchedSubjects {
    return new AuthorizedUnmatchedSubjects(subjects, permissions);
  }

  private constructor(
    subjects: UnmatchedSubjects,
    permissions: PermissionsService,
  ) {
    this.#subjects = subjects;
    this.#permissions = permissions;
  }

  async list(query: UnmatchedSubjectsQuery, caller: ForCaller) {
    await assertAllowed(
      this.#permissions,
      deliverySourceReadPermission,
      caller,
    );
    return this.#subjects.list(query);
  }
}
