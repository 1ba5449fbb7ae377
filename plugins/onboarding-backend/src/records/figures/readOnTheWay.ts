import { whereOneOf } from '@fairlead/bulk-sql';
import { CohortEntry } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyRow } from '../../database/tables';
import { OPEN_STATES } from '../journeys';
import { rowOf } from './readTravellers';

/** Those who go on on tracks: a row of a track's table is a team, a column a state. */
export async function readOnTheWay(
  db: Knex,
  trackRefs: readonly string[],
): Promise<CohortEntry[]> {
  const query = db<DbJourneyRow>('journeys')
    .whereIn('state', OPEN_STATES)
    .select('track_ref', 'team_ref', 'user_ref', 'state');
  whereOneOf(query, 'track_ref', trackRefs);
  const rows = (await query) as DbJourneyRow[];
  return rows.map(row => ({
    person: row.user_ref,
    track: row.track_ref,
    row: rowOf(row),
    column: row.state,
  }));
}
