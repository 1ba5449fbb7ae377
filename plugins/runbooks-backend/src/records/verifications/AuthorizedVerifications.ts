import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { assertAllowed, ForUser, readActor } from '@fairlead/backend-routes';
import {
  RunbookVerification,
  runbooksVerificationCreatePermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import {
  assertVisibleRunbook,
  VisibilityService,
} from '../../catalog/visibility';
import { Verifications } from './Verifications';

export interface AuthorizedVerificationsOptions {
  db: Knex;
  /** Judges the health of a runbook at once. */
  judge: (runbookId: string) => Promise<void>;
  permissions: PermissionsService;
  visibility: VisibilityService;
}

/** Verifications by callers from outside, of runbooks that they may read. */
export class AuthorizedVerifications {
  readonly #options: AuthorizedVerificationsOptions;
  readonly #verifications: Verifications;

  static create(
    verifications: Verifications,
    options: AuthorizedVerificationsOptions,
  ): AuthorizedVerifications {
    return new AuthorizedVerifications(verifications, options);
  }

  private constructor(
    verifications: Verifications,
    options: AuthorizedVerificationsOptions,
  ) {
    this.#options = options;
    this.#verifications = verifications;
  }

  /** Throws a NotFoundError for a runbook that the caller may not read, and a NotAllowedError for software. */
  async give(
    verification: { runbookId: string; textHash?: string },
    caller: ForUser,
  ): Promise<RunbookVerification> {
    const { db, judge, permissions, visibility } = this.#options;
    await assertAllowed(
      permissions,
      runbooksVerificationCreatePermission,
      caller,
    );
    await assertVisibleRunbook(verification.runbookId, {
      ...caller,
      db,
      visibility,
    });
    const actor = readActor(caller.credentials);
    if (actor.byAgent) {
      throw new NotAllowedError(
        'Only a person can say that a runbook holds; software that acts for one cannot',
      );
    }
    const given = await this.#verifications.give({
      ...verification,
      by: actor.ref,
    });
    await judge(verification.runbookId);
    return given;
  }
}
