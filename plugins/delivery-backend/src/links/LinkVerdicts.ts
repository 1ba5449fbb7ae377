import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { assertAllowed } from '@fairlead/backend-routes';
import {
  deliveryLinkUpdatePermission,
  LinkVerdictRequest,
  observe,
  parseRecordKey,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { Marking, storeTold } from '../normalise/storeTold';
import {
  restrictToVisible,
  Visibility,
  VisibilityService,
} from '../visibility';

/** The source of records that people make here. */
const OWN_SOURCE = 'fairlead';

/** Takes what people say of inferred causes. */
export class LinkVerdicts {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #marking: Marking;
  readonly #onStored: () => void;
  readonly #permissions: PermissionsService;
  readonly #visibility: VisibilityService;

  static create(options: LinkVerdictsOptions): LinkVerdicts {
    return new LinkVerdicts(options);
  }

  private constructor(options: LinkVerdictsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#marking = options.marking;
    this.#onStored = options.onStored ?? (() => {});
    this.#permissions = options.permissions;
    this.#visibility = options.visibility;
  }

  /**
   * Stores a verdict as a link between the two records, merged like whatever a source tells: a later verdict outranks an
   * earlier one, and no recomputation loses it. Throws a NotFoundError for a record of no entity that the caller may
   * see, and a NotAllowedError for a caller without the permission.
   */
  async give(
    request: LinkVerdictRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<void> {
    await assertAllowed(this.#permissions, deliveryLinkUpdatePermission, {
      credentials,
    });
    assertKind('deployment', request.deployment);
    assertKind('incident', request.incident);
    const visibility = await this.#visibility.ofCatalog({ credentials });
    await this.#assertVisible(request.deployment, visibility);
    await this.#assertVisible(request.incident, visibility);

    const now = this.#clock();
    const at = new Date(now).toISOString();
    const link = observe(
      {
        kind: 'link',
        source: OWN_SOURCE,
        type: 'causes',
        from: request.deployment,
        to: request.incident,
        verdict: { confidence: request.verdict, at },
      },
      { occurredAt: at, observedAt: at, via: `${OWN_SOURCE}.verdict` },
    );
    await this.#db.transaction(async tx => {
      const subjects = await readSubjects(tx, [
        request.deployment,
        request.incident,
      ]);
      await storeTold(tx, [{ key: link.key, sent: link, subjects }], {
        now,
        marking: this.#marking,
      });
    });
    this.#onStored();
  }

  async #assertVisible(
    recordKey: string,
    visibility: Visibility,
  ): Promise<void> {
    const query = this.#db('record_entities as re')
      .join('entities as e', 'e.entity_ref', 're.entity_ref')
      .where('re.record_key', recordKey)
      .first('e.entity_ref');
    restrictToVisible(query, visibility);
    if (!(await query)) {
      throw new NotFoundError(
        `There is no record '${recordKey}', or you may not see it`,
      );
    }
  }
}

export interface LinkVerdictsOptions {
  clock?: Clock;
  db: Knex;
  marking: Marking;
  /** Called after a verdict was stored. */
  onStored?: () => void;
  permissions: PermissionsService;
  visibility: VisibilityService;
}

function assertKind(kind: RecordKind & keyof LinkVerdictRequest, key: string) {
  if (parseRecordKey(key).kind !== kind) {
    throw new InputError(`Body '${kind}': '${key}' is not the key of one`);
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
