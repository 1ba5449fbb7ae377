import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import {
  ChangeLedger,
  ledgersOfOrigin,
  WaitingItem,
  WaitingResponse,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import {
  DbOpenAuthorRow,
  DbPersonRow,
  DbSampleDayRow,
} from '../../database/tables';
import { decodeLedgers } from '../../measuring/ledgerDay';
import { OPEN_DAY } from '../../measuring/storedMeasures';
import { resolveScope } from '../../catalog/ownership';
import {
  ForVisible,
  restrictToVisible,
  Visibility,
} from '../../catalog/visibility';
import { Waiting } from './Waiting';

/** Whose waits are asked for, and what that user may see. */
export interface OfUser extends ForVisible {
  user: BackstageUserInfo;
}

export class DatabaseWaiting implements Waiting<OfUser> {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): DatabaseWaiting {
    return new DatabaseWaiting(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  async list(
    query: { limit: number },
    { user, visibility }: OfUser,
  ): Promise<WaitingResponse> {
    const [owned, own] = await Promise.all([
      this.#ownedEntities(user.ownershipEntityRefs, visibility),
      this.#ownHashes(user.userEntityRef),
    ]);
    const items = new Map<string, WaitingItem>();
    const open = await this.#readOpen({ owned, own, visibility });
    for (const { entityRef, ledger } of open) {
      const { author, key } = ledger.change;
      const isMine = author !== undefined && own.has(author);
      if ((isMine || owned.has(entityRef)) && !items.has(key)) {
        const item = this.#toItem(ledger);
        if (item) {
          items.set(key, { ...item, entityRef, isMine });
        }
      }
    }
    const oldestFirst = [...items.values()].sort(
      (a, b) => b.age - a.age || (a.recordKey < b.recordKey ? -1 : 1),
    );
    const lastRecordAt = await this.#lastRecordAt(owned);
    return {
      items: oldestFirst.slice(0, query.limit),
      totalItems: oldestFirst.length,
      ...(lastRecordAt && { lastRecordAt }),
    };
  }

  async #lastRecordAt(
    entityRefs: ReadonlySet<string>,
  ): Promise<string | undefined> {
    const latest = this.#db('record_entities').max({ last: 'until' });
    whereOneOf(latest, 'entity_ref', [...entityRefs]);
    const [{ last }] = await latest;
    return last ? isoTime(last) : undefined;
  }

  async #ownedEntities(
    ownerRefs: readonly string[],
    visibility: Visibility,
  ): Promise<Set<string>> {
    const scopes = await Promise.all(
      ownerRefs.map(ref =>
        resolveScope(this.#db, ref, { view: 'now', visibility }),
      ),
    );
    return new Set(scopes.flatMap(scope => scope.entityRefs));
  }

  async #ownHashes(userRef: string): Promise<Set<string>> {
    return new Set(
      await this.#db<DbPersonRow>('people')
        .where('user_ref', userRef)
        .pluck('person'),
    );
  }

  /** What is on its way in the owned entities, and in those where one of these persons may have a change. */
  async #readOpen(options: {
    owned: ReadonlySet<string>;
    own: ReadonlySet<string>;
    visibility: Visibility;
  }): Promise<{ entityRef: string; ledger: ChangeLedger }[]> {
    const { owned, own, visibility } = options;
    const now = this.#clock();
    const query = this.#db('sample_days as s')
      .join('entities as e', 'e.entity_ref', 's.entity_ref')
      .where({ 's.measure': 'waits', 's.day': OPEN_DAY })
      .where(concerned => {
        whereOneOf(concerned, 's.entity_ref', [...owned]);
        const ofOwn = this.#db<DbOpenAuthorRow>('open_authors')
          .select('entity_ref')
          .whereIn('person', [...own]);
        concerned.orWhereIn('s.entity_ref', ofOwn);
      })
      .orderBy('s.entity_ref')
      .select('s.entity_ref', 's.samples');
    restrictToVisible(query, visibility);
    const rows: Pick<DbSampleDayRow, 'entity_ref' | 'samples'>[] = await query;
    return rows.flatMap(({ entity_ref: entityRef, samples }) =>
      ledgersOfOrigin(decodeLedgers(samples, now), 'counted').map(ledger => ({
        entityRef,
        ledger,
      })),
    );
  }

  #toItem({
    change,
    entries,
    to,
  }: ChangeLedger): Omit<WaitingItem, 'entityRef' | 'isMine'> | undefined {
    const current = entries.at(-1);
    if (!current || current.kind === 'coding') {
      return undefined;
    }
    const { key, number, sha = '', title, url } = change;
    return {
      recordKey: key,
      name: number === undefined ? sha.slice(0, 8) : `#${number}`,
      title,
      url,
      kind: current.kind,
      since: new Date(current.from).toISOString(),
      age: to - current.from,
    };
  }
}
