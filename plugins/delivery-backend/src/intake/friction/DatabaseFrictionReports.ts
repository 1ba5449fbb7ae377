import { NotFoundError } from '@backstage/errors';
import { FrictionReportRequest } from '@fairlead/backstage-plugin-delivery-common';
import { TooManyRequestsError } from '@fairlead/backend-routes';
import { Clock, isPostgres } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { DbEntityRow, DbFrictionReportRow } from '../../database/tables';
import { FrictionLimits, LIMIT_WINDOW, whenReportFits } from './limits';
import { FrictionReports } from './FrictionReports';

/** A report that comes again within this time, in milliseconds, was sent twice by mistake. */
const DOUBLE_SUBMIT = 60_000;

export interface DatabaseFrictionReportsOptions {
  clock?: Clock;
  db: Knex;
  limits: FrictionLimits;
}

export class DatabaseFrictionReports implements FrictionReports {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #limits: FrictionLimits;

  static create(
    options: DatabaseFrictionReportsOptions,
  ): DatabaseFrictionReports {
    return new DatabaseFrictionReports(options);
  }

  private constructor(options: DatabaseFrictionReportsOptions) {
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
        // A random id: the team sees it, and could test a hash of the contents against every member's name.
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
