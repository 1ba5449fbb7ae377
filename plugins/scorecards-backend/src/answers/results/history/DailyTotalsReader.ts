import { DailyTotals } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { describeVisibility, seesAll } from '../../../catalog/visibility';
import { DailyTotalsRange, DailyTotalsStores } from './DailyTotalsQuery';
import { addDays } from './days';
import { readDailyTotals } from './readDailyTotals';
import { countDay, replayDailyTotals } from './replayDailyTotals';

/** So long after midnight, what happened before it may still be on its way into the database. */
const SETTLES_IN = 10 * 60_000;

/** A result can go without a change of the catalog or of the definition. */
const KEPT_FOR = 5 * 60_000;

const MOST_KEPT = 200;

interface KeptTotals {
  revision: string;
  totals: DailyTotals[];
}

/**
 * Reads how a scorecard stood day by day.
 *
 * @remarks
 *
 * Stored totals count every entity, so whoever may not see every entity gets totals replayed from the history of those they
 * see. Days that are over are replayed once for all who may see the same, and kept as long as the catalog and the definition
 * stay as they are.
 */
export class DailyTotalsReader {
  readonly #kept = new LRUCache<string, KeptTotals>({
    max: MOST_KEPT,
    ttl: KEPT_FOR,
  });
  readonly #stores: DailyTotalsStores;

  constructor(stores: DailyTotalsStores) {
    this.#stores = stores;
  }

  async read(range: DailyTotalsRange): Promise<DailyTotals[]> {
    const query = { ...this.#stores, ...range };
    if (seesAll(range.visibility)) {
      return readDailyTotals(query);
    }
    const { days } = this.#stores;
    const now = Date.now();
    const today = days.dayOf(now);
    const yesterday = addDays(today, -1);
    if (now - days.endOfDay(yesterday) < SETTLES_IN) {
      return replayDailyTotals(query);
    }
    const { from, to } = range;
    const [past, present] = await Promise.all([
      from < today
        ? this.#readPast({ ...range, to: to < today ? to : yesterday })
        : [],
      from <= today && to >= today ? countDay(query, today) : [],
    ]);
    return [...past, ...present];
  }

  async #readPast(range: DailyTotalsRange): Promise<DailyTotals[]> {
    const key = keyOf(range);
    const revision = await readRevision(this.#stores.db, range.scorecardRef);
    const kept = this.#kept.get(key);
    if (kept?.revision === revision) {
      return kept.totals;
    }
    const totals = await replayDailyTotals({ ...this.#stores, ...range });
    this.#kept.set(key, { revision, totals });
    return totals;
  }
}

function keyOf({ visibility, ...range }: DailyTotalsRange): string {
  return createHash('sha256')
    .update(JSON.stringify([range, describeVisibility(visibility)]))
    .digest('base64url');
}

/** Changes with every entity that comes, changes or goes, and with the definition. */
async function readRevision(db: Knex, scorecardRef: string): Promise<string> {
  const row = await db
    .from('entities')
    .first(
      db.raw('count(*) as entities'),
      db.raw('sum(changed_at) as changed'),
      db('scorecard_versions')
        .where('scorecard_ref', scorecardRef)
        .max('version')
        .as('version'),
    );
  return JSON.stringify(row);
}
