import { parseEntityRef } from '@backstage/catalog-model';
import { EntityTermRow } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbJourneyRow, DbJourneyTaskRow } from '../../database/tables';
import { OPEN_STATES } from '../../records/journeys';

/** More than these nobody looks through. */
const MOST_OWN = 20;
const MOST_OTHERS = 200;

const MANAGER = 'metadata.annotations.fairlead.dev/manager';

/** One's own journeys: those that go on first, then the latest. */
export async function findOwn(
  db: Knex,
  userRef: string,
): Promise<DbJourneyRow[]> {
  return db<DbJourneyRow>('journeys')
    .where('user_ref', userRef)
    .orderByRaw(
      `case when state in ('not-started', 'on-the-way') then 0 else 1 end, created_at desc, id`,
    )
    .limit(MOST_OWN);
}

/** Journeys of others that may have something for somebody to do, and those for which they are proposed as the buddy. */
export async function findOthers(
  db: Knex,
  userRef: string,
  options: { groups: readonly string[]; managed: readonly string[] },
): Promise<DbJourneyRow[]> {
  const named = db<DbJourneyTaskRow>('journey_tasks')
    .where('state', 'open')
    .select('journey_id');
  whereOneOf(named, 'doer', [userRef, ...options.groups]);
  const { managed } = options;
  // Each way by its own index: most journeys are none of somebody's business.
  return db<DbJourneyRow>('journeys as j')
    .whereIn('j.state', OPEN_STATES)
    .whereNot('j.user_ref', userRef)
    .where(either => {
      either.where('j.buddy_ref', userRef).orWhereIn('j.id', named);
      if (managed.length > 0) {
        either.orWhere(reports =>
          reports
            .where(one =>
              one
                .where(user => whereOneOf(user, 'j.user_ref', managed))
                .orWhere(team => whereOneOf(team, 'j.team_ref', managed)),
            )
            .whereExists(task =>
              task
                .from('journey_tasks as t')
                .whereRaw('t.journey_id = j.id')
                .where({ 't.state': 'open', 't.doer': 'manager' })
                .select('t.task_id'),
            ),
        );
      }
    })
    .orderBy(['j.start_at', 'j.id'])
    .limit(MOST_OTHERS)
    .select('j.*');
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
