import { whereOneOf } from '@fairlead/bulk-sql';
import {
  CohortEntry,
  tabulate,
  TrackInsights,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readEntities } from '../../catalog/entities/readEntities';
import { readManagerOf } from '../../catalog/people';
import {
  DbJourneyRow,
  DbJourneyTaskRow,
  DbMembershipRow,
} from '../../database/tables';
import { rowOf } from '../../records/figures';
import { OPEN_STATES, readPlans, versionKey } from '../../records/journeys';

type Finding = TrackInsights['findings'][number];

/** A journey that asks for somebody, and there is nobody: in the table of its track a row is a team. */
export interface UnfilledRole extends CohortEntry, Omit<Finding, 'journeys'> {}

/** What the journeys that go on on these tracks ask for and nobody does. */
export async function findUnfilled(
  db: Knex,
  trackRefs: readonly string[],
): Promise<UnfilledRole[]> {
  const query = db<DbJourneyRow>('journeys')
    .whereIn('state', OPEN_STATES)
    .orderBy(['created_at', 'id']);
  whereOneOf(query, 'track_ref', trackRefs);
  const rows: DbJourneyRow[] = await query;
  const [plans, doers] = await Promise.all([
    readPlans(db, rows),
    readDoers(
      db,
      rows.map(({ id }) => id),
    ),
  ]);
  const doersOf = (row: DbJourneyRow) => doers.get(row.id) ?? [];
  const managed = rows.filter(row => doersOf(row).includes('manager'));
  const [entities, filled] = await Promise.all([
    readEntities(
      db,
      managed.flatMap(row => [row.user_ref, row.team_ref ?? []].flat()),
    ),
    readFilled(db, rows.flatMap(doersOf)),
  ]);
  return rows.flatMap(row => {
    const roles: Pick<UnfilledRole, 'kind' | 'role'>[] = doersOf(row)
      .filter(doer => doer.startsWith('group:') && !filled.has(doer))
      .map(role => ({ kind: 'empty-group', role }));
    const wantsBuddy =
      plans.get(versionKey(row))?.buddiesAtOnce !== undefined ||
      doersOf(row).includes('buddy');
    if (wantsBuddy && row.buddy_ref === null) {
      roles.push({ kind: 'no-buddy', role: 'buddy' });
    }
    const manager = readManagerOf(
      entities.get(row.user_ref)?.entity,
      entities.get(row.team_ref ?? '')?.entity,
    );
    if (managed.includes(row) && manager === undefined) {
      roles.push({ kind: 'no-manager', role: 'manager' });
    }
    return roles.map(one => ({
      ...one,
      person: row.user_ref,
      track: row.track_ref,
      row: rowOf(row),
      column: '',
    }));
  });
}

/**
 * The findings, the most asked for first: how many journeys wait for each role. That a role is empty is told to everybody
 * where five people and more wait for it, and none of them is known by the difference of two answers; those who answer for
 * it are told of every one.
 */
export function summariseUnfilled(
  unfilled: readonly UnfilledRole[],
  options: {
    /** Of whom it is told. */
    of: { track?: string; row?: string };
    /** Who does not answer for the roles reads it. */
    toEverybody: boolean;
  },
): Finding[] {
  const { of, toEverybody } = options;
  const byRole = new Map<string, UnfilledRole[]>();
  for (const one of unfilled) {
    byRole.set(one.role, [...(byRole.get(one.role) ?? []), one]);
  }
  return [...byRole]
    .flatMap(([role, all]) => {
      const told = toEverybody
        ? tabulate(all)(of)
        : all.filter(
            ({ track, row }) =>
              (of.track ?? track) === track && (of.row ?? row) === row,
          );
      return told.length > 0
        ? [{ kind: all[0].kind, role, journeys: told.length }]
        : [];
    })
    .sort(
      (one, other) =>
        other.journeys - one.journeys ||
        one.role.localeCompare(other.role, 'en'),
    );
}

/** Whom the open tasks of journeys are for, without newcomers and other persons. */
async function readDoers(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, string[]>> {
  const query = db<DbJourneyTaskRow>('journey_tasks')
    .where('state', 'open')
    .whereNot('doer', 'newcomer')
    .whereNot('doer', 'like', 'user:%')
    .orderBy(['journey_id', 'doer'])
    .distinct('journey_id', 'doer');
  whereOneOf(query, 'journey_id', journeyIds);
  const rows: Pick<DbJourneyTaskRow, 'journey_id' | 'doer'>[] = await query;
  const doers = new Map<string, string[]>();
  for (const { journey_id: id, doer } of rows) {
    doers.set(id, [...(doers.get(id) ?? []), doer]);
  }
  return doers;
}

/** Which of these are groups that have a member. */
async function readFilled(
  db: Knex,
  doers: readonly string[],
): Promise<Set<string>> {
  const query = db<DbMembershipRow>('memberships').whereNull('left_at');
  whereOneOf(query, 'group_ref', [...new Set(doers)]);
  return new Set(await query.distinct().pluck('group_ref'));
}
