import { Knex } from 'knex';
import { DbSignInRow } from '../../database/tables';

/** When somebody was first seen here, if ever; milliseconds since the epoch. */
export async function readSignIn(
  db: Knex,
  userRef: string,
): Promise<number | undefined> {
  const row = await db<DbSignInRow>('sign_ins')
    .where('user_ref', userRef)
    .first('first_at');
  return row && Number(row.first_at);
}
