import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbAlertRow, DbEntityRow, DbRunbookRow } from './tables';

/*
 * Each of these says that something has to be worked out again, in the transaction of the change that it follows from.
 * What is due already keeps its place in the queue.
 */

/** The health of these runbooks is judged again. */
export async function markRunbooksDue(
  tx: Knex,
  options: { runbookIds: readonly string[]; now: number },
): Promise<void> {
  const query = tx<DbRunbookRow>('runbooks').update({
    judge_at: earlier(tx, 'judge_at', options.now),
  });
  whereOneOf(query, 'id', options.runbookIds);
  await query;
}

/** The runbooks of all alerts of these entities are chosen again. */
export async function markAlertsDue(
  tx: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  const query = tx<DbAlertRow>('alerts').update({
    choose_at: earlier(tx, 'choose_at', options.now),
  });
  whereOneOf(query, 'entity_ref', options.entityRefs);
  await query;
}

/** What other backends are told of these entities is computed again. */
export async function markValuesDue(
  tx: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  const query = tx<DbEntityRow>('entities').update({
    values_due_at: earlier(tx, 'values_due_at', options.now),
  });
  whereOneOf(query, 'entity_ref', options.entityRefs);
  await query;
}

function earlier(tx: Knex, column: string, now: number): Knex.Raw {
  return tx.raw('case when ?? < ? then ?? else ? end', [
    column,
    now,
    column,
    now,
  ]);
}
