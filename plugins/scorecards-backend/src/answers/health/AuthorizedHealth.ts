import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  HealthResponse,
  scorecardsHealthReadPermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { DatabaseHealth } from './DatabaseHealth';

/**
 * How the plugin is doing, for those who run it. They see the names and problems of all scorecards, and of entities
 * nothing but counts.
 */
export class AuthorizedHealth {
  readonly #health: DatabaseHealth;
  readonly #permissions: PermissionsService;

  static create(options: {
    health: DatabaseHealth;
    permissions: PermissionsService;
  }): AuthorizedHealth {
    return new AuthorizedHealth(options);
  }

  private constructor(options: {
    health: DatabaseHealth;
    permissions: PermissionsService;
  }) {
    this.#health = options.health;
    this.#permissions = options.permissions;
  }

  async read(caller: ForCaller): Promise<HealthResponse> {
    await assertAllowed(
      this.#permissions,
      scorecardsHealthReadPermission,
      caller,
    );
    return this.#health.read();
  }
}
