import { Knex } from 'knex';

/** Of PostgreSQL: two transactions held what the other one waited for. One of them was undone whole. */
const IN_EACH_OTHERS_WAY = /^(40001|40P01)$/;

const TRIES = 5;

/**
 * Runs a transaction, and once more where it and another one got in each other's way: people and work in the background
 * lock rows in the order in which they come upon them, and neither may fail for that.
 *
 * @public
 */
export async function changeInTurn<T>(
  db: Knex,
  change: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await db.transaction(change);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (left === 0 || !IN_EACH_OTHERS_WAY.test(String(code))) {
        throw error;
      }
    }
  }
}
