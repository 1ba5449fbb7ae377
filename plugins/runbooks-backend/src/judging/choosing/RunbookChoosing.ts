import { chooseRunbook } from '@fairlead/backstage-plugin-runbooks-common';
import { Clock, isPostgres, RowColumns, rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { lockEntities, markValuesDue } from '../../database/markDue';
import { DbAlertRow } from '../../database/tables';
import { readCandidates } from './readCandidates';
import { readToldKey } from './readToldKey';

const PAGE_SIZE = 200;

const NAME_COLUMNS = {
  alert: 'text',
  entity_ref: 'text',
} satisfies RowColumns;

const COLUMNS = {
  ...NAME_COLUMNS,
  runbook_id: 'text',
} satisfies RowColumns;

/**
 * Chooses the runbook of each alert on each entity, where anything changed that the choice follows from.
 *
 * @remarks
 *
 * The rows of a page stay locked while their runbooks are read: what changes meanwhile marks them again when they are
 * written, so no change is missed, and two replicas never hold the same page.
 */
export class RunbookChoosing {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #portalUrl: string | undefined;

  static create(options: {
    clock?: Clock;
    db: Knex;
    /** Where this Backstage is reached; links to its documentation are known by it. */
    portalUrl?: string;
  }): RunbookChoosing {
    return new RunbookChoosing(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    portalUrl?: string;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#portalUrl = options.portalUrl;
  }

  /** Chooses for all that is due. Answers for how many alerts that was. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const now = this.#clock();
    let [all, count] = [0, PAGE_SIZE];
    while (count === PAGE_SIZE && !options.signal?.aborted) {
      count = await this.#db.transaction(tx => this.#choosePage(tx, now));
      all += count;
    }
    return all;
  }

  async #choosePage(tx: Knex.Transaction, now: number): Promise<number> {
    const due = await tx<DbAlertRow>('alerts')
      .where('choose_at', '<=', now)
      .orderBy(['choose_at', 'alert', 'entity_ref'])
      .limit(PAGE_SIZE)
      .select('alert', 'entity_ref');
    if (due.length === 0) {
      return 0;
    }
    const alerts = await lockAlerts(tx, due);
    const candidates = await readCandidates(tx, {
      alerts: [...new Set(alerts.map(({ alert }) => alert))],
      entityRefs: [...new Set(alerts.map(({ entity_ref: ref }) => ref))],
    });
    const chosen = alerts.map(row => {
      const runbook = chooseRunbook(
        {
          name: row.alert,
          toldKey: readToldKey(row.told_url, { portalUrl: this.#portalUrl }),
        },
        candidates.of({ alert: row.alert, entityRef: row.entity_ref }),
      );
      return { row, runbookId: runbook?.id ?? null };
    });
    await tx.raw(
      `update alerts
          set runbook_id = r.runbook_id, choose_at = null
         from ? where alerts.alert = r.alert and alerts.entity_ref = r.entity_ref`,
      [
        rowsOf(
          tx,
          COLUMNS,
          chosen.map(({ row, runbookId }) => ({
            alert: row.alert,
            entity_ref: row.entity_ref,
            runbook_id: runbookId,
          })),
        ),
      ],
    );
    await markValuesDue(tx, {
      now,
      // Also where the choice is the same: what is known of the runbook may be what changed.
      entityRefs: chosen
        .filter(({ row, runbookId }) => (runbookId ?? row.runbook_id) !== null)
        .map(({ row }) => row.entity_ref),
    });
    return due.length;
  }
}

/** Their entities first, as whoever marks them does. */
async function lockAlerts(
  tx: Knex.Transaction,
  due: readonly Pick<DbAlertRow, 'alert' | 'entity_ref'>[],
): Promise<DbAlertRow[]> {
  await lockEntities(
    tx,
    due.map(({ entity_ref: ref }) => ref),
  );
  const query = tx
    .select('a.*')
    .from(
      rowsOf(
        tx,
        NAME_COLUMNS,
        due.map(row => ({ ...row })),
      ),
    )
    .join('alerts as a', {
      'a.alert': 'r.alert',
      'a.entity_ref': 'r.entity_ref',
    })
    .orderBy(['a.alert', 'a.entity_ref']);
  // SQLite has one writer at a time and needs no lock.
  return isPostgres(tx) ? query.forUpdate('a') : query;
}
