import { whereOneOf } from '@fairlead/bulk-sql';
import {
  CohortEntry,
  quarterOf,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyRow, DbTrackRow } from '../../database/tables';

/** Somebody who set out on a track: a row of its table is a team, a column the quarter in which they started. */
export interface Traveller extends CohortEntry {
  journey: DbJourneyRow;
}

/** What figures tell of. */
export interface FiguresOptions {
  /** Milliseconds since the epoch. */
  now: number;
  /** By whose days quarters are told apart. */
  timeZone: string;
  /** For how many milliseconds back they tell of journeys, by the time of their start. */
  window: number;
}

/** Those who set out on tracks within the window, the earliest first. Journeys that start later are not among them. */
export async function readTravellers(
  db: Knex,
  trackRefs: readonly string[],
  { now, timeZone, window }: FiguresOptions,
): Promise<Traveller[]> {
  const query = db<DbJourneyRow>('journeys')
    .where('start_at', '>', now - window)
    .where('start_at', '<=', now)
    .orderBy(['start_at', 'id']);
  whereOneOf(query, 'track_ref', trackRefs);
  const rows: DbJourneyRow[] = await query;
  return rows.map(journey => ({
    journey,
    person: journey.user_ref,
    track: journey.track_ref,
    row: rowOf(journey),
    column: quarterOf(Number(journey.start_at), timeZone),
  }));
}

/** The row of a track's table in which a journey is counted: its team. */
export function rowOf(journey: Pick<DbJourneyRow, 'team_ref'>): string {
  return journey.team_ref ?? '';
}

/** The tracks for newcomers on which somebody of these teams set out within the window. */
export async function findTracksOfTeams(
  db: Knex,
  teamRefs: readonly string[],
  { now, window }: Pick<FiguresOptions, 'now' | 'window'>,
): Promise<string[]> {
  const tracks = db<DbTrackRow>('tracks')
    .where('purpose', 'onboarding')
    .select('track_ref');
  const query = db<DbJourneyRow>('journeys')
    .where('start_at', '>', now - window)
    .where('start_at', '<=', now)
    .whereIn('track_ref', tracks)
    .distinct();
  whereOneOf(query, 'team_ref', teamRefs);
  return query.pluck('track_ref');
}
