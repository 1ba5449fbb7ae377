import { whereOneOf } from '@fairlead/bulk-sql';
import { TrackPlan } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbTrackVersionRow } from '../../database/tables';

/** A version of a track. */
export type Version = Pick<DbTrackVersionRow, 'track_ref' | 'version'>;

/** By which {@link readPlans} knows a version of a track. */
export function versionKey({ track_ref: ref, version }: Version): string {
  return `${ref}@${version}`;
}

/** The plans of versions of tracks. They are kept for as long as there are journeys. */
export async function readPlans(
  db: Knex,
  versions: readonly Version[],
): Promise<Map<string, TrackPlan>> {
  const wanted = new Set(versions.map(versionKey));
  if (wanted.size === 0) {
    return new Map();
  }
  const query = db<DbTrackVersionRow>('track_versions').whereIn('version', [
    ...new Set(versions.map(({ version }) => version)),
  ]);
  whereOneOf(query, 'track_ref', [
    ...new Set(versions.map(({ track_ref: ref }) => ref)),
  ]);
  const rows: DbTrackVersionRow[] = await query;
  return new Map(
    rows
      .filter(row => wanted.has(versionKey(row)))
      .map(row => [versionKey(row), JSON.parse(row.plan)]),
  );
}
