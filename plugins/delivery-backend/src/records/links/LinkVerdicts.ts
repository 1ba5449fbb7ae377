import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  deliveryLinkUpdateAnyPermission,
  deliveryLinkUpdatePermission,
  LinkVerdictRequest,
  observe,
  parseRecordKey,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { Clock } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { storeTold } from '../normalise/storeTold';
import { holdNames, readPresentKeys } from '../repositories';
import {
  restrictToVisible,
  Visibility,
  VisibilityService,
} from '../../catalog/visibility';
import { Marking } from '../changedDays/markChangedDays';

/** The source of records that people make here. */
const OWN_SOURCE = 'fairlead';

/** Takes what people say of inferred causes. */
export class LinkVerdicts {
  readonly #auth: AuthService;
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #marking: Marking;
  readonly #onStored: () => void;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #visibility: VisibilityService;

  static create(options: LinkVerdictsOptions): LinkVerdicts {
    return new LinkVerdicts(options);
  }

  private constructor(options: LinkVerdictsOptions) {
    this.#auth = options.auth;
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#marking = options.marking;
    this.#onStored = options.onStored ?? (() => {});
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#visibility = options.visibility;
  }

  /**
   * Stores a verdict as a link between the two records, merged like whatever a source tells: a later verdict outranks an
   * earlier one, and no recomputation loses it. Throws a NotFoundError for a record of no entity that the caller may
   * see, and a NotAllowedError for a caller who neither owns an entity of the incident nor may judge those of others.
   */
  async give(
    { verdict, ...named }: LinkVerdictRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<void> {
    const visibility = await this.#visibility.ofCatalog({
      credentials,
      permission: deliveryLinkUpdatePermission,
    });
    assertKind('deployment', named.deployment);
    assertKind('incident', named.incident);
    const [deployment, incident] = await readPresentKeys(this.#db, [
      named.deployment,
      named.incident,
    ]);
    await this.#readVisibleOwners(deployment, visibility);
    const owners = await this.#readVisibleOwners(incident, visibility);
    await this.#assertJudge(owners, credentials);

    const now = this.#clock();
    const at = new Date(now).toISOString();
    const link = observe(
      {
        kind: 'link',
        source: OWN_SOURCE,
        type: 'causes',
        from: deployment,
        to: incident,
        verdict: { confidence: verdict, at },
      },
      { occurredAt: at, observedAt: at, via: `${OWN_SOURCE}.verdict` },
    );
    await this.#db.transaction(async tx => {
      await holdNames(tx);
      const subjects = await readSubjects(tx, [deployment, incident]);
      const about = {
        firstAt: now,
        subjects: subjects.map(one => ({ ...one, firstAt: now, toldAt: 0 })),
      };
      await storeTold(tx, [{ key: link.key, sent: link, about }], {
        now,
        marking: this.#marking,
      });
    });
    this.#onStored();
  }

  /** Who owns the entities of a record that the caller may see. */
  async #readVisibleOwners(
    recordKey: string,
    visibility: Visibility,
  ): Promise<string[]> {
    const query = this.#db('record_entities as re')
      .join('entities as e', 'e.entity_ref', 're.entity_ref')
      .where('re.record_key', recordKey)
      .orderBy('e.owner_ref')
      .select<Pick<DbEntityRow, 'owner_ref'>[]>('e.owner_ref');
    restrictToVisible(query, visibility);
    const rows = await query;
    if (rows.length === 0) {
      throw new NotFoundError(
        isolated`There is no record '${recordKey}', or you may not see it`,
      );
    }
    return [...new Set(rows.flatMap(row => row.owner_ref ?? []))];
  }

  async #assertJudge(
    owners: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      const user = await this.#userInfo.getUserInfo(credentials);
      if (user.ownershipEntityRefs.some(ref => owners.includes(ref))) {
        return;
      }
    }
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: deliveryLinkUpdateAnyPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      const names = owners.map(owner => `'${owner}'`).join(', ') || 'nobody';
      throw new NotAllowedError(
        isolated`What caused an incident is said by who owns its entity (${names}), or by those with the permission '${deliveryLinkUpdateAnyPermission.name}'`,
      );
    }
  }
}

export interface LinkVerdictsOptions {
  auth: AuthService;
  clock?: Clock;
  db: Knex;
  marking: Marking;
  /** Called after a verdict was stored. */
  onStored?: () => void;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  visibility: VisibilityService;
}

function assertKind(kind: RecordKind & keyof LinkVerdictRequest, key: string) {
  if (parseRecordKey(key).kind !== kind) {
    throw new InputError(
      isolated`Body '${kind}': '${key}' is not the key of one`,
    );
  }
}

/** What the records are about: so the link concerns their entities, now and after these change. */
async function readSubjects(
  tx: Knex.Transaction,
  recordKeys: readonly string[],
): Promise<Subject[]> {
  return tx('record_subjects as rs')
    .join('subjects as s', 's.id', 'rs.subject_id')
    .whereIn('rs.record_key', [...recordKeys])
    .distinct('s.annotation', 's.value');
}
