import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
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
  await lockEntities(tx, options.entityRefs);
  const query = tx<DbAlertRow>('alerts').update({
    choose_at: earlier(tx, 'choose_at', options.now),
  });
  whereOneOf(query, 'entity_ref', options.entityRefs);
  await query;
}

/** The runbooks of all alerts of these names, which may have globs, are chosen again. */
export async function markNamedAlertsDue(
  tx: Knex,
  options: { patterns: readonly string[]; now: number },
): Promise<void> {
  for (const pattern of options.patterns) {
    await tx<DbAlertRow>('alerts')
      .update({ choose_at: earlier(tx, 'choose_at', options.now) })
      .whereRaw(`alert like ? escape '!'`, [toLike(pattern)]);
  }
}

/**
 * The runbooks that these entities name, or that their alerts name, are registered again. What is not in the copy of the
 * catalog yet is registered when it comes.
 */
export async function markEntitiesDue(
  tx: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  await lockEntities(tx, options.entityRefs);
  const query = tx<DbEntityRow>('entities').update({
    register_at: earlier(tx, 'register_at', options.now),
  });
  whereOneOf(query, 'entity_ref', options.entityRefs);
  await query;
}

/** What is answered of these entities changed: answers that are kept no longer hold, and other backends are told soon. */
export async function markValuesDue(
  tx: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  await lockEntities(tx, options.entityRefs);
  const query = tx<DbEntityRow>('entities').update({
    revision: tx.raw('revision + 1'),
    values_due_at: earlier(tx, 'values_due_at', options.now),
  });
  whereOneOf(query, 'entity_ref', options.entityRefs);
  await query;
}

/** In the order of their refs, as whoever else changes several of them does: so they wait in a line, not in a circle. */
export async function lockEntities(
  tx: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  // SQLite has one writer at a time and needs no lock.
  if (isPostgres(tx)) {
    const query = tx<DbEntityRow>('entities')
      .select('entity_ref')
      .orderBy('entity_ref')
      .forNoKeyUpdate();
    whereOneOf(query, 'entity_ref', entityRefs);
    await query;
  }
}

function toLike(pattern: string): string {
  return pattern
    .replace(/[!%_]/g, match => `!${match}`)
    .replaceAll('*', '%')
    .replaceAll('?', '_');
}

function earlier(tx: Knex, column: string, now: number): Knex.Raw {
  return tx.raw('case when ?? < ? then ?? else ? end', [
    column,
    now,
    column,
    now,
  ]);
}
