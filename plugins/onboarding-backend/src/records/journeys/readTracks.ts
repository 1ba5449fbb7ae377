import { FilterPredicate } from '@backstage/filter-predicates';
import { whereOneOf } from '@fairlead/bulk-sql';
import {
  TrackPlan,
  TrackStart,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbTrackRow, DbTrackVersionRow } from '../../database/tables';

/** A track on which somebody can set out now. */
export interface CurrentTrack {
  trackRef: string;
  ownerRef: string;
  version: number;
  plan: TrackPlan;
  /** When it came. */
  since: number;
  audience: FilterPredicate | undefined;
  starts: readonly TrackStart[];
}

/**
 * The tracks that the catalog has and that are sound, in the order of their refs, in their newest version; of certain refs
 * where they are named.
 */
export async function readTracks(
  db: Knex,
  options: { trackRefs?: readonly string[] } = {},
): Promise<CurrentTrack[]> {
  const query = db('tracks as t')
    .join('track_versions as v', join =>
      join.on('v.track_ref', 't.track_ref').on('v.version', 't.version'),
    )
    .whereNull('t.gone_at')
    .orderBy('t.track_ref')
    .select('t.*', 'v.plan');
  if (options.trackRefs) {
    whereOneOf(query, 't.track_ref', options.trackRefs);
  }
  const rows: (DbTrackRow & Pick<DbTrackVersionRow, 'plan'>)[] = await query;
  return rows.map(row => ({
    trackRef: row.track_ref,
    ownerRef: row.owner_ref,
    version: row.version,
    plan: JSON.parse(row.plan),
    since: Number(row.first_seen_at),
    audience: row.audience === null ? undefined : JSON.parse(row.audience),
    starts: JSON.parse(row.starts),
  }));
}
