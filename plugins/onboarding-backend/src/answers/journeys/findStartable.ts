import { FilterPredicate } from '@backstage/filter-predicates';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbTrackRow } from '../../database/tables';

/** A track that somebody may begin by themselves, if they are of its audience. */
export interface StartableTrack {
  audience: FilterPredicate | undefined;
  shown: MyJourneys['startable'][number];
}

/** The tracks that may be begun by oneself, of those that whoever looks may see. */
export async function findStartable(
  db: Knex,
  visible: VisibleEntities,
): Promise<StartableTrack[]> {
  const query = db('tracks as t')
    .join('entities as e', 'e.entity_ref', 't.track_ref')
    .whereNull('t.gone_at')
    .where('t.version', '>', 0)
    .whereLike('t.starts', '%"self"%')
    .orderBy(['t.title', 't.track_ref'])
    .select('t.*');
  restrictToVisible(query, visible);
  const rows: DbTrackRow[] = await query;
  return rows.map(row => {
    const { description } = JSON.parse(row.summary);
    return {
      audience: row.audience === null ? undefined : JSON.parse(row.audience),
      shown: {
        trackRef: row.track_ref,
        title: row.title,
        purpose: row.purpose,
        ...(description !== undefined && { description }),
      },
    };
  });
}
