import {
  mayPage,
  PagingRules,
} from '@fairlead/backstage-plugin-runbooks-common';
import { rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbAppliedRulesRow, DbFiringRow } from '../../database/tables';
import { lockAlerts } from './lockAlerts';
import { readDetails } from './readFiring';
import { settleStoredFirings } from './settleStoredFirings';

const PAGE_SIZE = 500;
const NAME = 'paging';

/**
 * Decides again of every firing that is kept whether it may page, where the configuration says something else than when
 * that was decided last. A run that is cut off begins anew.
 */
export async function applyPagingRules(
  db: Knex,
  options: { now: number; rules: PagingRules; signal: AbortSignal },
): Promise<void> {
  const rules = JSON.stringify(options.rules);
  const applied = await db<DbAppliedRulesRow>('applied_rules')
    .where('name', NAME)
    .first('rules');
  if (applied?.rules === rules) {
    return;
  }
  let after: string | undefined = '';
  while (after !== undefined) {
    if (options.signal.aborted) {
      return;
    }
    after = await decidePage(db, { ...options, after });
  }
  await db<DbAppliedRulesRow>('applied_rules')
    .insert({ name: NAME, rules })
    .onConflict('name')
    .merge();
}

/** Answers the key of the last firing of the page; undefined behind the last page. */
async function decidePage(
  db: Knex,
  options: { after: string; now: number; rules: PagingRules },
): Promise<string | undefined> {
  const { after, now, rules } = options;
  return db.transaction(async tx => {
    await lockAlerts(tx);
    const rows: DbFiringRow[] = await tx<DbFiringRow>('firings')
      .where('key', '>', after)
      .orderBy('key')
      .limit(PAGE_SIZE);
    const changed = rows.filter(
      row => Boolean(row.may_page) !== decide(row, rules),
    );
    if (changed.length > 0) {
      const columns = { key: 'text', may_page: 'boolean' } as const;
      const decided = changed.map(row => ({
        key: row.key,
        may_page: decide(row, rules),
      }));
      await tx.raw(
        'update firings set may_page = r.may_page from ? where firings.key = r.key',
        [rowsOf(tx, columns, decided)],
      );
      await settleStoredFirings(tx, {
        now,
        places: changed,
        changed: [],
        removed: [],
      });
    }
    return rows.at(-1)?.key;
  });
}

function decide(row: DbFiringRow, rules: PagingRules): boolean {
  const { labels, receivers } = readDetails(row);
  return mayPage(
    { labels, receivers, severity: row.severity ?? undefined },
    rules,
  );
}
