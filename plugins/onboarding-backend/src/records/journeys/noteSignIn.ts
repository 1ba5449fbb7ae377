import { changeInTurn } from '@fairlead/database-health';
import { Knex } from 'knex';
import { DbJourneyRow, DbSignInRow } from '../../database/tables';
import { readSignIn } from './readSignIn';
import { isNear } from './chooseStart';
import { lockJourneys } from './JourneyInHand';
import { writeJourneys } from './writeJourneys';

/**
 * Keeps when somebody was first seen here, and starts then what they were put on without a date, while nothing of it is
 * done.
 */
export async function noteSignIn(
  db: Knex,
  userRef: string,
  options: { now: number },
): Promise<void> {
  const { now } = options;
  if ((await readSignIn(db, userRef)) !== undefined) {
    return;
  }
  await changeInTurn(db, async tx => {
    const inserted = await tx<DbSignInRow>('sign_ins')
      .insert({ user_ref: userRef, first_at: now })
      .onConflict()
      .ignore()
      .returning('user_ref');
    if (inserted.length === 0) {
      return;
    }
    const ids: string[] = await tx<DbJourneyRow>('journeys')
      .where({ user_ref: userRef, start_from: 'joined', state: 'not-started' })
      .pluck('id');
    const journeys = (await lockJourneys(tx, ids)).filter(
      ({ row }) =>
        row.state === 'not-started' && isNear(Number(row.start_at), now),
    );
    for (const journey of journeys) {
      journey.row = { ...journey.row, start_at: now, start_from: 'sign-in' };
    }
    await writeJourneys(tx, journeys, { now });
  });
}
