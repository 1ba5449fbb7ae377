import { Knex } from 'knex';
import { isPostgres, RowColumns, rowsOf } from '@fairlead/bulk-sql';

const COLUMNS = { entity_ref: 'text', next: 'bigint' } satisfies RowColumns;

/** An entity and when the clock makes it due again; null for never. */
export type FinishedEntity = { entity_ref: string; next: number | null };

/** Takes evaluated entities off the queue until the clock makes them due again. */
export async function finishEntities(
  tx: Knex.Transaction,
  entities: readonly FinishedEntity[],
  now: number,
): Promise<void> {
  if (entities.length > 0) {
    await tx.raw(
      'update entities set evaluate_at = r.next, claimed_until = null, evaluated_at = ? from ? where entities.entity_ref = r.entity_ref',
      [now, rowsOf(tx, COLUMNS, entities)],
    );
  }
}

/** Makes entities due earlier where a new version of a scorecard asks for it; never later. */
export async function bringForward(
  tx: Knex.Transaction,
  entities: readonly FinishedEntity[],
): Promise<void> {
  const timed = entities.filter(({ next }) => next !== null);
  if (timed.length > 0) {
    await tx.raw(
      'update entities set evaluate_at = r.next from ? where entities.entity_ref = r.entity_ref and (evaluate_at is null or evaluate_at > r.next)',
      [rowsOf(tx, COLUMNS, timed)],
    );
  }
}

/** Gives entities back that could not be finished; they are due still. */
export async function releaseEntities(
  tx: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  if (entityRefs.length > 0) {
    await tx('entities')
      .whereIn('entity_ref', [...entityRefs])
      .update({ claimed_until: null });
  }
}

/** The versions in force, which cannot change until the transaction ends. */
export async function lockVersions(
  tx: Knex.Transaction,
): Promise<Map<string, number>> {
  const query = tx('scorecards')
    .select('scorecard_ref', 'version')
    .orderBy('scorecard_ref');
  const rows: { scorecard_ref: string; version: number }[] = await (isPostgres(
    tx,
  )
    ? query.forShare()
    : query);
  return new Map(rows.map(row => [row.scorecard_ref, row.version]));
}
