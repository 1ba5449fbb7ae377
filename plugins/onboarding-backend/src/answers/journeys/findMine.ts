import { parseEntityRef } from '@backstage/catalog-model';
import { EntityTermRow } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { OPEN_STATES } from '../../records/journeys';
import { JourneyRow, queryJourneys } from './queryJourneys';

/** More than these nobody looks through. */
const MOST_OWN = 20;
const MOST_OTHERS = 200;

const MANAGER = 'metadata.annotations.fairlead.dev/manager';

/** One's own journeys: those that go on first, then the latest. */
export async function findOwn(
  db: Knex,
  userRef: string,
): Promise<JourneyRow[]> {
  return queryJourneys(db)
    .where('j.user_ref', userRef)
    .orderByRaw(
      `case when j.state in ('not-started', 'on-the-way') then 0 else 1 end, j.created_at desc, j.id`,
    )
    .limit(MOST_OWN);
}

/** Journeys of others that may have something for somebody to do, and those for which they are proposed as the buddy. */
export async function findOthers(
  db: Knex,
  userRef: string,
  options: { groups: readonly string[]; managed: readonly string[] },
): Promise<JourneyRow[]> {
  const { groups, managed } = options;
  const named = db('journey_tasks as t')
    .where('t.state', 'open')
    .select('t.journey_id');
  whereOneOf(named, 't.doer', [userRef, ...groups]);
  const alongside = db('journeys as b')
    .where('b.buddy_ref', userRef)
    .select('b.id');
  const reporting = db('journeys as r')
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
  const ways = managed.length > 0 ? [named, reporting] : [named];
  // Each way by its own index: most journeys are none of somebody's business.
  return queryJourneys(db)
    .whereIn('j.id', alongside.union(ways))
    .whereIn('j.state', OPEN_STATES)
    .whereNot('j.user_ref', userRef)
    .orderBy(['j.start_at', 'j.id'])
    .limit(MOST_OTHERS);
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
