import { Knex } from 'knex';
import { DbJourneyRow, DbTime } from '../../database/tables';

/** A journey, and its track as the catalog has it now; nulls where there is none. */
export interface JourneyRow extends DbJourneyRow {
  track_version: number | null;
  track_gone_at: DbTime | null;
  track_owner_ref: string | null;
}

/** Selects journeys as `j`. */
export function queryJourneys(db: Knex): Knex.QueryBuilder {
  return selectJourneys(db('journeys as j'));
}

/** Selects the journeys `j` that a query is about, each with its track. */
export function selectJourneys(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .leftJoin('tracks as track', 'track.track_ref', 'j.track_ref')
    .select('j.*', {
      track_version: 'track.version',
      track_gone_at: 'track.gone_at',
      track_owner_ref: 'track.owner_ref',
    });
}
