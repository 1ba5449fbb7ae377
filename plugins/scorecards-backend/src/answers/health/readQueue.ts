import { Knex } from 'knex';
import { DbEntityRow, DbTime } from '../../database/tables';

/** The entities that are due, by the index of when they are. */
export async function readQueue(
  db: Knex,
  now: number,
): Promise<{ due: number; oldestDueAt: number | null }> {
  const [row] = await db<DbEntityRow>('entities')
    .where('evaluate_at', '<=', now)
    .select<{ due: number | string; oldest: DbTime | null }[]>(
      db.raw('count(*) as due'),
      db.raw('min(evaluate_at) as oldest'),
    );
  return {
    due: Number(row.due),
    oldestDueAt: row.oldest === null ? null : Number(row.oldest),
  };
}
