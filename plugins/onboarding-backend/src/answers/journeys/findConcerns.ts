import { parseEntityRef } from '@backstage/catalog-model';
import { EntityTermRow } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { MANAGER } from '../../catalog/people';

/** What there may be for somebody on journeys of others. */
export interface Concerns {
  /** The journeys on which they are a buddy, or somebody with an open task. */
  journeyIds: string[];
  /** The users and groups whose annotation names them as the manager. */
  managedRefs: string[];
  /** Whether a call for help waits for their answer. */
  hasCalls: boolean;
}

/**
 * Looks in one query for all that may concern somebody: for most people there is nothing, and nothing more has to be
 * read.
 */
export async function findConcerns(
  db: Knex,
  userRef: string,
  { groups }: { groups: readonly string[] },
): Promise<Concerns> {
  const own = [userRef, ...groups];
  const alongside = db('journeys as b')
    .where('b.buddy_ref', userRef)
    .select(db.raw(`'journey' as what`), { ref: 'b.id' });
  const named = db('journey_tasks as t')
    .where('t.state', 'open')
    .select(db.raw(`'journey' as what`), { ref: 't.journey_id' });
  whereOneOf(named, 't.doer', own);
  const calls = db('help_requests as h')
    .whereNull('h.replied_at')
    .whereNull('h.solved_at')
    .select(db.raw(`'call' as what`), { ref: 'h.journey_id' });
  whereOneOf(calls, 'h.to_ref', own);
  // Each by its own index: most journeys are none of somebody's business.
  const rows: { what: 'journey' | 'call' | 'managed'; ref: string }[] =
    await alongside.union([named, calls, queryManaged(db, userRef)]);
  const refsOf = (sought: (typeof rows)[number]['what']) =>
    rows.flatMap(({ what, ref }) => (what === sought ? [ref] : []));
  return {
    journeyIds: refsOf('journey'),
    managedRefs: refsOf('managed'),
    hasCalls: refsOf('call').length > 0,
  };
}

/** An annotation names the manager in any of the ways in which a ref can be written. */
function queryManaged(db: Knex, managerRef: string): Knex.QueryBuilder {
  const { namespace, name } = parseEntityRef(managerRef);
  const query = db<EntityTermRow>('entity_terms as m')
    .where('m.key', `metadata.annotations.${MANAGER}`)
    .select(db.raw(`'managed' as what`), { ref: 'm.entity_ref' });
  whereOneOf(query, 'm.value', [
    managerRef,
    `${namespace}/${name}`,
    ...(namespace === 'default' ? [name, `user:${name}`] : []),
  ]);
  return query;
}
