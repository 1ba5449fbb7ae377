import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { readMembers } from '../../catalog/memberships';
import { readManagerOf } from '../../catalog/people';
import { DbEntityRow, DbJourneyRow } from '../../database/tables';
import { readEntities } from '../../catalog/entities/readEntities';
import { JourneyInHand } from './JourneyInHand';
import { OPEN_STATES } from './states';

/**
 * Proposes somebody of the team to go along, where the track wants a buddy: whoever goes along with the fewest journeys,
 * below the limit of the track. Never oneself, the manager, or who has passed it on, and rather not somebody who is on the
 * way on the same track. Nobody is proposed where nobody is left: an empty role shows.
 */
export async function proposeBuddy(
  tx: Knex,
  journey: JourneyInHand,
): Promise<void> {
  const { row, plan } = journey;
  const ref =
    plan.buddiesAtOnce === undefined || row.team_ref === null
      ? undefined
      : await findBuddy(tx, row, row.team_ref, plan.buddiesAtOnce);
  journey.row = {
    ...row,
    buddy_ref: ref ?? null,
    buddy_state: ref ? 'proposed' : null,
  };
}

async function findBuddy(
  tx: Knex,
  row: DbJourneyRow,
  teamRef: string,
  limit: number,
): Promise<string | undefined> {
  await lockTeam(tx, teamRef);
  const entities = await readEntities(tx, [row.user_ref, teamRef]);
  const manager = readManagerOf(
    entities.get(row.user_ref)?.entity,
    entities.get(teamRef)?.entity,
  );
  const passed: string[] = JSON.parse(row.passed_by);
  const members = (await readMembers(tx, teamRef)).filter(
    ref => ref !== row.user_ref && ref !== manager && !passed.includes(ref),
  );
  const loads = await countJourneys(tx, members, row.id);
  const newcomers = await findOnTheWay(tx, members, row.track_ref);
  return members
    .filter(ref => (loads.get(ref) ?? 0) < limit)
    .map(ref => ({
      ref,
      rank: (newcomers.has(ref) ? limit : 0) + (loads.get(ref) ?? 0),
    }))
    .sort((a, b) => a.rank - b.rank || (a.ref < b.ref ? -1 : 1))[0]?.ref;
}

/** Two who join at once are not both given to the one who was free. */
async function lockTeam(tx: Knex, teamRef: string): Promise<void> {
  if (isPostgres(tx)) {
    await tx<DbEntityRow>('entities')
      .where('entity_ref', teamRef)
      .select('entity_ref')
      .forNoKeyUpdate();
  }
}

/** With how many journeys each goes along, without the one in question. */
async function countJourneys(
  tx: Knex,
  userRefs: readonly string[],
  except: string,
): Promise<Map<string, number>> {
  const query = tx('journeys')
    .whereIn('state', OPEN_STATES)
    .whereNot('id', except)
    .groupBy('buddy_ref')
    .select('buddy_ref', tx.raw('count(*) as n'));
  whereOneOf(query, 'buddy_ref', userRefs);
  const rows: { buddy_ref: string; n: number | string }[] = await query;
  return new Map(rows.map(({ buddy_ref: ref, n }) => [ref, Number(n)]));
}

async function findOnTheWay(
  tx: Knex,
  userRefs: readonly string[],
  trackRef: string,
): Promise<Set<string>> {
  const query = tx<DbJourneyRow>('journeys')
    .whereIn('state', OPEN_STATES)
    .where('track_ref', trackRef);
  whereOneOf(query, 'user_ref', userRefs);
  return new Set(await query.pluck('user_ref'));
}
