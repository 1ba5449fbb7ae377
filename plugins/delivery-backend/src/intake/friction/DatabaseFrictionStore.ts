import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { FrictionReportRequest } from '@fairlead/backstage-plugin-delivery-common';
import { TooManyRequestsError } from '@fairlead/backend-routes';
import { Clock, isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { DbEntityRow, DbFrictionReportRow } from '../../database/tables';
import { readDescendants, resolveScope } from '../../catalog/ownership';
import { restrictToVisible } from '../../catalog/visibility';
import { FrictionLimits, LIMIT_WINDOW, whenReportFits } from './limits';
import { FrictionEntry, FrictionQuery, FrictionStore } from './FrictionStore';

/** A report that comes again within this time, in milliseconds, was sent twice by mistake. */
const DOUBLE_SUBMIT = 60_000;

/** More single reports than anybody reads at once. */
const MAX_REPORTS = 200;

export interface DatabaseFrictionStoreOptions {
  clock?: Clock;
  db: Knex;
  limits: FrictionLimits;
}

export class DatabaseFrictionStore implements FrictionStore {
  readonly #clock: Clock;
  readonly #db: Knex;

  readonly #limits: FrictionLimits;

  static create(options: DatabaseFrictionStoreOptions): DatabaseFrictionStore {
    return new DatabaseFrictionStore(options);
  }

  private constructor(options: DatabaseFrictionStoreOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#limits = options.limits;
  }

  async put(
    report: FrictionReportRequest & { entityRef: string; reportedBy: string },
  ): Promise<DbFrictionReportRow> {
    const now = this.#clock();
    return this.#db.transaction(async tx => {
      await lockReporter(tx, report.reportedBy);
      const owner = await lockEntity(tx, report.entityRef);
      const row: DbFrictionReportRow = {
        // Not made from its contents: it is shown to the team, who could try all names until one fits.
        id: randomUUID(),
        entity_ref: report.entityRef,
        owner_ref: owner ?? '',
        kind: report.kind,
        note: report.note || null,
        minutes: report.minutes,
        reported_by: report.reportedBy,
        reported_at: now,
      };
      const { id, reported_at: at, ...same } = row;
      const before = await tx<DbFrictionReportRow>('friction_reports')
        .where(same)
        .where('reported_at', '>', now - DOUBLE_SUBMIT)
        .first();
      if (before) {
        return before;
      }
      await this.#assertWithinLimits(tx, report, now);
      await tx<DbFrictionReportRow>('friction_reports').insert(row);
      return row;
    });
  }

  /** Throws a TooManyRequestsError for a person who has reported as much as there may be in seven days. */
  async #assertWithinLimits(
    tx: Knex.Transaction,
    report: { minutes: number; reportedBy: string },
    now: number,
  ): Promise<void> {
    const rows = await tx<DbFrictionReportRow>('friction_reports')
      .where('reported_by', report.reportedBy)
      .where('reported_at', '>', now - LIMIT_WINDOW)
      .select('minutes', 'reported_at');
    const earlier = rows.map(row => ({
      minutes: row.minutes,
      reportedAt: Number(row.reported_at),
    }));
    const fitsAt = whenReportFits(report.minutes, earlier, this.#limits);
    if (fitsAt > now) {
      const { reports, minutes } = this.#limits;
      const next = Number.isFinite(fitsAt)
        ? `take one of yours back, or report this after ${new Date(
            fitsAt,
          ).toISOString()}`
        : 'report less time';
      throw new TooManyRequestsError(
        isolated`One person reports at most ${reports} times and ${
          minutes / 60
        } hours in seven days; ${next}`,
      );
    }
  }

  async remove(report: {
    id: string;
    entityRef: string;
    reportedBy: string;
  }): Promise<boolean> {
    const removed = await this.#db<DbFrictionReportRow>('friction_reports')
      .where({
        id: report.id,
        entity_ref: report.entityRef,
        reported_by: report.reportedBy,
      })
      .delete();
    return removed > 0;
  }

  async entries(query: FrictionQuery): Promise<FrictionEntry[]> {
    const rows: Pick<
      DbFrictionReportRow,
      'kind' | 'minutes' | 'reported_at'
    >[] = await this.#from(query, await this.#readTarget(query))
      .orderBy('f.reported_at')
      .select('f.kind', 'f.minutes', 'f.reported_at');
    return rows.map(row => ({
      kind: row.kind as FrictionEntry['kind'],
      minutes: row.minutes,
      reportedAt: Number(row.reported_at),
    }));
  }

  async reports(
    query: FrictionQuery & { ownerRefs: readonly string[]; reportedBy: string },
  ): Promise<DbFrictionReportRow[]> {
    const { ownerRefs, reportedBy } = query;
    return this.#from(query, await this.#readTarget(query))
      .where(mine =>
        mine
          .where('f.reported_by', reportedBy)
          .orWhereIn('f.owner_ref', ownerRefs)
          .orWhereIn('e.owner_ref', ownerRefs),
      )
      .orderBy([
        { column: 'f.reported_at', order: 'desc' },
        { column: 'f.id', order: 'desc' },
      ])
      .limit(MAX_REPORTS)
      .select<DbFrictionReportRow[]>('f.*');
  }

  /** Of a group: what was reported while it, or a group below it, owned the entity. Else: of the entities behind it. */
  async #readTarget(query: FrictionQuery): Promise<[string, string[]]> {
    const { entityRef, visibility } = query;
    if (parseEntityRef(entityRef).kind === 'group') {
      return ['f.owner_ref', await readDescendants(this.#db, entityRef)];
    }
    const scope = await resolveScope(this.#db, entityRef, {
      view: 'now',
      visibility,
    });
    return ['f.entity_ref', scope.entityRefs];
  }

  #from(
    query: FrictionQuery,
    [column, refs]: [string, string[]],
  ): Knex.QueryBuilder {
    const { visibility, window } = query;
    const reports = this.#db('friction_reports as f')
      .join('entities as e', 'e.entity_ref', 'f.entity_ref')
      .where('f.reported_at', '>=', Date.parse(window.from))
      .where('f.reported_at', '<', Date.parse(window.to));
    whereOneOf(reports, column, refs);
    restrictToVisible(reports, visibility);
    return reports;
  }
}

/** Two reports of one person wait for each other, so that both together keep to the limits. SQLite writes one at a time. */
async function lockReporter(
  tx: Knex.Transaction,
  reportedBy: string,
): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw('select pg_advisory_xact_lock(hashtext(?))', [
      `friction ${reportedBy}`,
    ]);
  }
}

/** Answers the owner. Two reports of one entity wait for each other, so that neither misses that it is the other again. */
async function lockEntity(
  tx: Knex.Transaction,
  entityRef: string,
): Promise<string | null> {
  const query = tx<DbEntityRow>('entities')
    .where('entity_ref', entityRef)
    .first('owner_ref');
  const row = await (isPostgres(tx) ? query.forUpdate() : query);
  if (!row) {
    throw new NotFoundError(
      isolated`There is no entity '${entityRef}', or you may not see it`,
    );
  }
  return row.owner_ref;
}
