import { TrackInsights } from '@fairlead/backstage-plugin-onboarding-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { readManagerOf } from '../../catalog/people';
import { DbJourneyRow, DbMembershipRow } from '../../database/tables';
import {
  JourneyInHand,
  OPEN_STATES,
  readJourneysInHand,
} from '../../records/journeys';
import { readEntities } from '../../catalog/entities/readEntities';

type Finding = TrackInsights['findings'][number];

/** What journeys that go on ask for and nobody does, the most asked for first. */
export async function findUnfilled(
  db: Knex,
  rows: readonly DbJourneyRow[],
): Promise<Finding[]> {
  const journeys = await readJourneysInHand(
    db,
    rows.filter(row => OPEN_STATES.includes(row.state)).map(({ id }) => id),
  );
  const groups = new Set(journeys.flatMap(findGroups));
  const [entities, filled] = await Promise.all([
    readEntities(
      db,
      journeys.flatMap(({ row }) => [row.user_ref, row.team_ref ?? []].flat()),
    ),
    readFilled(db, [...groups]),
  ]);
  const findings = new Map<string, Finding>();
  const add = (kind: Finding['kind'], role: string) => {
    const { journeys: n } = findings.get(role) ?? { journeys: 0 };
    findings.set(role, { kind, role, journeys: n + 1 });
  };
  for (const journey of journeys) {
    const { row, plan, tasks } = journey;
    const open = new Set(
      [...tasks.values()].flatMap(({ state, doer }) =>
        state === 'open' ? [doer] : [],
      ),
    );
    const wantsBuddy = plan.buddiesAtOnce !== undefined || open.has('buddy');
    if (wantsBuddy && row.buddy_ref === null) {
      add('no-buddy', 'buddy');
    }
    const user = entities.get(row.user_ref)?.entity;
    const team = entities.get(row.team_ref ?? '')?.entity;
    if (open.has('manager') && readManagerOf(user, team) === undefined) {
      add('no-manager', 'manager');
    }
    findGroups(journey)
      .filter(group => !filled.has(group))
      .forEach(group => add('empty-group', group));
  }
  return [...findings.values()].sort(
    (one, other) =>
      other.journeys - one.journeys || one.role.localeCompare(other.role, 'en'),
  );
}

/** The groups that have tasks to do on a journey. */
function findGroups({ tasks }: JourneyInHand): string[] {
  const groups = [...tasks.values()].flatMap(({ doer, state }) =>
    state === 'open' && doer.startsWith('group:') ? [doer] : [],
  );
  return [...new Set(groups)];
}

async function readFilled(
  db: Knex,
  groups: readonly string[],
): Promise<Set<string>> {
  const query = db<DbMembershipRow>('memberships').whereNull('left_at');
  whereOneOf(query, 'group_ref', groups);
  return new Set(await query.distinct().pluck('group_ref'));
}
