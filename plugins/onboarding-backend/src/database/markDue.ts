import { whereOneOf } from '@fairlead/bulk-sql';
import { OPEN_STATES } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbEntityRow, DbJourneyRow } from './tables';

/*
 * Each of these says that something has to be worked out again, in the transaction of the change that it follows from.
 * What is due already keeps its place in the queue.
 */

/** What the catalog adds to journeys of these users, and of the teams that these are or belong to, is looked for again. */
export async function markJourneysDue(
  tx: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  const { entityRefs, now } = options;
  const owners = tx('entities').whereNotNull('owner_ref');
  whereOneOf(owners, 'entity_ref', entityRefs);
  const teams: string[] = await owners.distinct().pluck('owner_ref');
  const query = tx<DbJourneyRow>('journeys')
    .whereIn('state', OPEN_STATES)
    .update({ generate_at: earlier(tx, 'generate_at', now) });
  query.where(either => {
    either.where(one =>
      whereOneOf(one, 'team_ref', [...new Set([...entityRefs, ...teams])]),
    );
    either.orWhere(one => whereOneOf(one, 'user_ref', entityRefs));
  });
  await query;
}

/**
 * The tasks of journeys are compared with records again. One that is marked already is marked once more: a verification
 * that runs meanwhile takes away the marks that it found, and does not know of what came later.
 *
 * @param journeys - Chooses from `journeys`
 */
export async function markVerificationDue(
  tx: Knex,
  journeys: Knex.QueryBuilder,
): Promise<void> {
  await tx.raw(
    'insert into due_verifications (journey_id) select due.id from ?',
    [journeys.select('id').as('due')],
  );
}

/**
 * What other backends are told of these teams and tracks is computed again. A row that is due already is not written, for
 * the lock on it: two transactions that change journeys on one track would wait for each other.
 */
export async function markValuesDue(
  tx: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  const query = tx<DbEntityRow>('entities')
    .where(due =>
      due.whereNull('values_due_at').orWhere('values_due_at', '>', options.now),
    )
    .update({ values_due_at: options.now });
  whereOneOf(query, 'entity_ref', options.entityRefs);
  await query;
}

/** What other backends are told of all teams is computed again: whom tracks are for has changed. */
export async function markTeamValuesDue(
  tx: Knex,
  options: { now: number },
): Promise<void> {
  await tx<DbEntityRow>('entities')
    .where('kind', 'group')
    .update({ values_due_at: earlier(tx, 'values_due_at', options.now) });
}

function earlier(tx: Knex, column: string, now: number): Knex.Raw {
  return tx.raw('case when ?? < ? then ?? else ? end', [
    column,
    now,
    column,
    now,
  ]);
}
