import { InputError, NotFoundError } from '@backstage/errors';
import {
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
import { RepositoryAnnotations } from '../matching';
import { storeTold } from '../normalise/storeTold';
import { holdNames, readPresentKeys } from '../repositories';
import {
  ForVisible,
  restrictToVisible,
  Visibility,
} from '../../catalog/visibility';
import { Marking } from '../changedDays/markChangedDays';
import { LinkVerdicts } from './LinkVerdicts';

/** The source of records that people make here. */
const OWN_SOURCE = 'fairlead';

export interface DatabaseLinkVerdictsOptions {
  clock?: Clock;
  db: Knex;
  marking: Marking;
  repositories: RepositoryAnnotations;
  /** Called after a verdict was stored. */
  onStored?: () => void;
}

export class DatabaseLinkVerdicts implements LinkVerdicts {
  readonly #clock: Clock;
  readonly #options: DatabaseLinkVerdictsOptions;

  static create(options: DatabaseLinkVerdictsOptions): DatabaseLinkVerdicts {
    return new DatabaseLinkVerdicts(options);
  }

  private constructor(options: DatabaseLinkVerdictsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  async listOwners(
    named: LinkVerdictRequest,
    { visibility }: ForVisible,
  ): Promise<string[]> {
    assertKind('deployment', named.deployment);
    assertKind('incident', named.incident);
    const [deployment, incident] = await this.#readKeys(named);
    await this.#readVisibleOwners(deployment, visibility);
    return this.#readVisibleOwners(incident, visibility);
  }

  async give({ verdict, ...named }: LinkVerdictRequest): Promise<void> {
    const { db, marking, onStored, repositories } = this.#options;
    const [deployment, incident] = await this.#readKeys(named);
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
    await db.transaction(async tx => {
      await holdNames(tx);
      const subjects = await readSubjects(tx, [deployment, incident]);
      const about = {
        firstAt: now,
        subjects: subjects.map(one => ({ ...one, firstAt: now, toldAt: 0 })),
      };
      await storeTold(tx, [{ key: link.key, sent: link, about }], {
        now,
        marking,
        repositories,
      });
    });
    onStored?.();
  }

  /** Under the names that their repositories have now. */
  async #readKeys(
    named: Pick<LinkVerdictRequest, 'deployment' | 'incident'>,
  ): Promise<string[]> {
    return readPresentKeys(this.#options.db, [
      named.deployment,
      named.incident,
    ]);
  }

  /** Who owns the entities of a record that the caller may see. */
  async #readVisibleOwners(
    recordKey: string,
    visibility: Visibility,
  ): Promise<string[]> {
    const query = this.#options
      .db('record_entities as re')
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
