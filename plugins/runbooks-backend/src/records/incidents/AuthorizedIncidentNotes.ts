import {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { assertAllowed, ForCaller, readActor } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import { assertVisibleEntity, restrictToVisible } from '@fairlead/catalog-copy';
import {
  AddFollowUp,
  ChangeFollowUp,
  LinkChange,
  runbooksIncidentUpdateAnyPermission,
  runbooksIncidentUpdatePermission,
  TellMoment,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';
import { VisibilityService } from '../../catalog/visibility';
import { unknownIncident } from './DatabaseIncidentNotes';
import { IncidentNotes } from './IncidentNotes';
import { isWebUrl } from './isWebUrl';

export interface AuthorizedIncidentNotesOptions {
  auth: AuthService;
  db: Knex;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  visibility: VisibilityService;
}

/**
 * What callers from outside add to incidents: to those of their own teams, or to all with the permission for that. Each
 * throws a NotFoundError for an incident of no entity that the caller may read.
 */
export class AuthorizedIncidentNotes {
  readonly #notes: IncidentNotes;
  readonly #options: AuthorizedIncidentNotesOptions;

  static create(
    notes: IncidentNotes,
    options: AuthorizedIncidentNotesOptions,
  ): AuthorizedIncidentNotes {
    return new AuthorizedIncidentNotes(notes, options);
  }

  private constructor(
    notes: IncidentNotes,
    options: AuthorizedIncidentNotesOptions,
  ) {
    this.#notes = notes;
    this.#options = options;
  }

  async tellMoment(
    key: string,
    told: TellMoment,
    caller: ForCaller,
  ): Promise<void> {
    await this.#notes.tellMoment(key, told, await this.#admit(key, caller));
  }

  async writeReview(
    key: string,
    review: WriteReview,
    caller: ForCaller,
  ): Promise<void> {
    assertMayImport(review, caller);
    await this.#notes.writeReview(key, review, await this.#admit(key, caller));
  }

  /** Throws a NotFoundError for the ref of an entity that the caller may not read, too. */
  async linkChange(
    key: string,
    change: LinkChange,
    caller: ForCaller,
  ): Promise<void> {
    assertMayImport(change, caller);
    const { db, visibility } = this.#options;
    if (!isWebUrl(change.url)) {
      const visible = await visibility.ofEntities([change.url], caller);
      await assertVisibleEntity(db, change.url, visible);
    }
    await this.#notes.linkChange(key, change, await this.#admit(key, caller));
  }

  async addFollowUp(
    key: string,
    followUp: AddFollowUp,
    caller: ForCaller,
  ): Promise<void> {
    assertMayImport(followUp, caller);
    await this.#notes.addFollowUp(
      key,
      followUp,
      await this.#admit(key, caller),
    );
  }

  async changeFollowUp(
    key: string,
    id: string,
    change: ChangeFollowUp,
    caller: ForCaller,
  ): Promise<void> {
    assertMayImport(change, caller);
    await this.#admit(key, caller);
    await this.#notes.changeFollowUp(key, id, change);
  }

  /** Whether the caller may add to an incident that they see. */
  async mayUpdate(key: string, caller: ForCaller): Promise<boolean> {
    const { permissions } = this.#options;
    const [own, any] = await permissions.authorize(
      [
        { permission: runbooksIncidentUpdatePermission },
        { permission: runbooksIncidentUpdateAnyPermission },
      ],
      caller,
    );
    return (
      own.result === AuthorizeResult.ALLOW &&
      (any.result === AuthorizeResult.ALLOW ||
        (await this.#owns(await this.#listOwners(key, caller), caller)))
    );
  }

  /** Answers who it is. */
  async #admit(key: string, caller: ForCaller): Promise<string> {
    const { permissions } = this.#options;
    await assertAllowed(permissions, runbooksIncidentUpdatePermission, caller);
    const owners = await this.#listOwners(key, caller);
    if (!(await this.#owns(owners, caller))) {
      const [{ result }] = await permissions.authorize(
        [{ permission: runbooksIncidentUpdateAnyPermission }],
        caller,
      );
      if (result !== AuthorizeResult.ALLOW) {
        const names = owners.map(owner => `'${owner}'`).join(', ') || 'nobody';
        throw new NotAllowedError(
          isolated`What an incident teaches is said by who owns its entity (${names}), or by those with the permission '${runbooksIncidentUpdateAnyPermission.name}'`,
        );
      }
    }
    return readActor(caller.credentials).ref;
  }

  async #owns(
    owners: readonly string[],
    { credentials }: ForCaller,
  ): Promise<boolean> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return false;
    }
    const user = await userInfo.getUserInfo(credentials);
    return user.ownershipEntityRefs.some(ref => owners.includes(ref));
  }

  /** Who owns the entities of the incident that the caller may read. */
  async #listOwners(key: string, caller: ForCaller): Promise<string[]> {
    const { db, visibility } = this.#options;
    const query = db('incident_entities as a')
      .join('entities as e', 'e.entity_ref', 'a.entity_ref')
      .where('a.incident_key', key)
      .orderBy('e.owner_ref')
      .select('e.owner_ref');
    restrictToVisible(query, await visibility.ofCatalog(caller));
    const rows: { owner_ref: string | null }[] = await query;
    if (rows.length === 0) {
      throw unknownIncident(key);
    }
    return [...new Set(rows.flatMap(row => row.owner_ref ?? []))];
  }
}

/** Throws an InputError for a person who tells when something was written: that is now. */
function assertMayImport(
  { at }: { at?: string },
  { credentials }: ForCaller,
): void {
  if (at !== undefined && !readActor(credentials).isService) {
    throw new InputError(
      `Body 'at': only a service that imports incidents may tell it; leave it out`,
    );
  }
}
