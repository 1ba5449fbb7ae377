import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ForVisible } from '../../catalog/visibility';
import { createCoverageWindow } from '../alerts';
import { readTeamsBelow } from '../owners';
import { CoverageAnswers, CoverageQuery } from './CoverageAnswers';
import { listAlerts } from './listAlerts';
import { queryAlerts } from './queryAlerts';
import { readCoverage } from './readCoverage';
import { readDraft } from './readDraft';

/** Reads coverage in a number of queries that does not grow with the alerts. */
export class DatabaseCoverage implements CoverageAnswers<ForVisible> {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #windowDays: number;

  static create(options: {
    clock?: Clock;
    db: Knex;
    windowDays: number;
  }): DatabaseCoverage {
    return new DatabaseCoverage(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    windowDays: number;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#windowDays = options.windowDays;
  }

  async list(query: CoverageQuery, { visible }: ForVisible) {
    const db = this.#db;
    const { filter, days = this.#windowDays } = query;
    const window = createCoverageWindow(days, this.#clock());
    const { owner, entity } = filter;
    const alerts = queryAlerts(
      db,
      { entity, owners: owner ? await readTeamsBelow(db, [owner]) : undefined },
      { visible },
    );
    const [coverage, page] = await Promise.all([
      readCoverage(db, alerts, window),
      listAlerts(db, alerts, { ...query, visible, window }),
    ]);
    return { coverage, ...page };
  }

  async draft(
    query: { alert: string; entity?: string },
    { visible }: ForVisible,
  ) {
    return readDraft(this.#db, query, { visible });
  }
}
