import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { OPEN_STATES } from '../../records/journeys';
import { Concerns } from './findConcerns';
import { JourneyRow, queryJourneys } from './queryJourneys';

/** More than these nobody looks through. */
const MOST_OTHERS = 200;

/** Journeys of others that may have something for somebody to do, and those for which they are proposed as the buddy. */
export async function findOthers(
  db: Knex,
  userRef: string,
  { journeyIds, managedRefs }: Concerns,
): Promise<JourneyRow[]> {
  const ids = [...journeyIds, ...(await findReporting(db, managedRefs))];
  if (ids.length === 0) {
    return [];
  }
  const query = queryJourneys(db)
    .whereIn('j.state', OPEN_STATES)
    .whereNot('j.user_ref', userRef)
    .orderBy(['j.start_at', 'j.id'])
    .limit(MOST_OTHERS);
  whereOneOf(query, 'j.id', ids);
  return query;
}

/** The journeys with a task for the manager, of those whom somebody manages. */
async function findReporting(
  db: Knex,
  managedRefs: readonly string[],
): Promise<string[]> {
  if (managedRefs.length === 0) {
    return [];
  }
  return db('journeys as r')
    .where(one =>
      one
        .where(user => whereOneOf(user, 'r.user_ref', managedRefs))
        .orWhere(team => whereOneOf(team, 'r.team_ref', managedRefs)),
    )
    .whereExists(task =>
      task
        .from('journey_tasks as t')
        .whereRaw('t.journey_id = r.id')
        .where({ 't.state': 'open', 't.doer': 'manager' })
        .select('t.task_id'),
    )
    .pluck('r.id');
}
