import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  Clock,
  inPages,
  insertRows,
  RowColumns,
  rowsOf,
  whereOneOf,
} from '@fairlead/bulk-sql';
import { ContributionSource } from '@fairlead/backstage-plugin-onboarding-node';
import { Knex } from 'knex';
import { markVerificationDue } from '../../database/markDue';
import { DbIdentifiedUserRow, DbIdentityRow } from '../../database/tables';

const PAGE_SIZE = 200;

const MINUTE = 60_000;

/** A source may follow the catalog later than we do: for so long after a user changed it is asked with each run. */
const SETTLES_WITHIN = 15 * MINUTE;

/** So often it is asked again whatever happens. */
const HOLDS_FOR = 24 * 60 * MINUTE;

const COLUMNS = {
  source_id: 'text',
  person: 'text',
  user_ref: 'text',
} satisfies RowColumns;

/** Keeps what stands for the users who are on a journey in the records of each source. */
export class Identities {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #logger: LoggerService;
  readonly #sources: readonly ContributionSource[];

  static create(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
    sources: readonly ContributionSource[];
  }): Identities {
    return new Identities(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
    sources: readonly ContributionSource[];
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#logger = options.logger;
    this.#sources = options.sources;
  }

  /** Asks every source for the users who are new or changed. One that fails is asked again with the next run. */
  async run(options: { signal: AbortSignal }): Promise<void> {
    for (const source of this.#sources) {
      try {
        await this.#identify(source, options);
      } catch (error) {
        this.#logger.error(
          `The source '${source.id}' of contributions does not tell what stands for users; the next run asks again`,
          toError(error),
        );
      }
    }
  }

  async #identify(
    source: ContributionSource,
    { signal }: { signal: AbortSignal },
  ): Promise<void> {
    const now = this.#clock();
    for (const userRefs of inPages(
      await this.#findUsers(source.id, now),
      PAGE_SIZE,
    )) {
      if (signal.aborted) {
        return;
      }
      const told = source.identify
        ? await source.identify(userRefs)
        : userRefs.map(userRef => ({ userRef, persons: [userRef] }));
      await this.#store(source.id, { userRefs, told, now });
    }
  }

  async #findUsers(sourceId: string, now: number): Promise<string[]> {
    return this.#db('journeys as j')
      .leftJoin('entities as e', 'e.entity_ref', 'j.user_ref')
      .leftJoin('identified_users as i', join =>
        join
          .on('i.user_ref', 'j.user_ref')
          .andOnVal('i.source_id', '=', sourceId),
      )
      .whereNot('j.state', 'ended')
      .where(either =>
        either
          .whereNull('i.asked_at')
          .orWhere('i.asked_at', '<', now - HOLDS_FOR)
          .orWhere('e.changed_at', '>', now - SETTLES_WITHIN)
          .orWhereRaw('e.changed_at > i.asked_at - ?', [SETTLES_WITHIN]),
      )
      .distinct()
      .orderBy('j.user_ref')
      .pluck('j.user_ref');
  }

  async #store(
    sourceId: string,
    options: {
      userRefs: readonly string[];
      told: readonly { userRef: string; persons: readonly string[] }[];
      now: number;
    },
  ): Promise<void> {
    const { now, told, userRefs } = options;
    await this.#db.transaction(async tx => {
      const query = tx<DbIdentityRow>('identities').where(
        'source_id',
        sourceId,
      );
      whereOneOf(query, 'user_ref', userRefs);
      const known: DbIdentityRow[] = await query;
      const isKnown = new Set(known.map(keyOf));
      const rows = told
        .filter(({ userRef }) => userRefs.includes(userRef))
        .flatMap(({ userRef, persons }) =>
          [...new Set(persons)].map(person => ({
            source_id: sourceId,
            person,
            user_ref: userRef,
          })),
        );
      const isTold = new Set(rows.map(keyOf));
      const added = rows.filter(row => !isKnown.has(keyOf(row)));
      const gone = known.filter(row => !isTold.has(keyOf(row)));
      await tx.raw(
        `delete from identities where (source_id, person, user_ref)
           in (select source_id, person, user_ref from ?)`,
        [rowsOf(tx, COLUMNS, gone)],
      );
      await insertRows(tx, {
        table: 'identities',
        columns: COLUMNS,
        rows: added,
        onConflict: { key: ['source_id', 'person', 'user_ref'], ignore: true },
      });
      await insertRows(tx, {
        table: 'identified_users',
        columns: { source_id: 'text', user_ref: 'text', asked_at: 'bigint' },
        rows: userRefs.map(
          (userRef): DbIdentifiedUserRow => ({
            source_id: sourceId,
            user_ref: userRef,
            asked_at: now,
          }),
        ),
        onConflict: { key: ['source_id', 'user_ref'] },
      });
      const journeys = tx('journeys').whereNot('state', 'ended');
      whereOneOf(journeys, 'user_ref', [
        ...new Set([...added, ...gone].map(row => row.user_ref)),
      ]);
      await markVerificationDue(tx, journeys);
    });
  }
}

function keyOf(row: DbIdentityRow): string {
  return JSON.stringify([row.source_id, row.person, row.user_ref]);
}
