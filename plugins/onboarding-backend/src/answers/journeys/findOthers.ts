import { parseEntityRef } from '@backstage/catalog-model';
import { EntityTermRow } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { OPEN_STATES } from '../../records/journeys';
import { JourneyRow, queryJourneys } from './queryJourneys';

/** More than these nobody looks through. */
const MOST_OTHERS = 200;

const MANAGER = 'metadata.annotations.fairlead.dev/manager';

/** Journeys of others that may have something for somebody to do, and those for which they are proposed as the buddy. */
export async function findOthers(
  db: Knex,
  userRef: string,
  options: { groups: readonly string[]; managed: readonly string[] },
): Promise<JourneyRow[]> {
  // By themselves, since most people are nobody's buddy, manager or owner: finding that nothing is there costs little.
  const ids = await findIds(db, userRef, options);
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

async function findIds(
  db: Knex,
  userRef: string,
  options: { groups: readonly string[]; managed: readonly string[] },
): Promise<string[]> {
  const { groups, managed } = options;
  const named = db('journey_tasks as t')
    .where('t.state', 'open')
    .select('t.journey_id');
  whereOneOf(named, 't.doer', [userRef, ...groups]);
  const alongside = db('journeys as b')
    .where('b.buddy_ref', userRef)
    .select('b.id');
  const ways =
    managed.length > 0 ? [named, queryReporting(db, managed)] : [named];
  // Each way by its own index: most journeys are none of somebody's business.
  const rows: { id: string }[] = await alongside.union(ways);
  return rows.map(({ id }) => id);
}

/** The journeys with a task for the manager, of those whom somebody manages. */
function queryReporting(
  db: Knex,
  managed: readonly string[],
): Knex.QueryBuilder {
  return db('journeys as r')
    .where(one =>
      one
        .where(user => whereOneOf(user, 'r.user_ref', managed))
        .orWhere(team => whereOneOf(team, 'r.team_ref', managed)),
    )
    .whereExists(task =>
      task
        .from('journey_tasks as t')
        .whereRaw('t.journey_id = r.id')
        .where({ 't.state': 'open', 't.doer': 'manager' })
        .select('t.task_id'),
    )
    .select('r.id');
}

/** The users and groups whose annotation names somebody as the manager, in any of the ways in which it can. */
export async function findManaged(
  db: Knex,
  userRef: string,
): Promise<string[]> {
  const { namespace, name } = parseEntityRef(userRef);
  const query = db<EntityTermRow>('entity_terms').where('key', MANAGER);
  whereOneOf(query, 'value', [
    userRef,
    `${namespace}/${name}`,
    ...(namespace === 'default' ? [name, `user:${name}`] : []),
  ]);
  return query.distinct().pluck('entity_ref');
}
