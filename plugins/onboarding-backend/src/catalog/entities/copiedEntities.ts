import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { CopyDefinition } from '@fairlead/catalog-copy';
import { markJourneysDue } from '../../database/markDue';
import { DbEntityRow, DbTrackRow } from '../../database/tables';
import {
  endMemberships,
  noteFirstSync,
  writeMemberships,
} from '../memberships';

/** Plumbing, and what is judged elsewhere. */
const UNUSED_KINDS = ['location', 'scorecard'];

/**
 * The tracks, the people and groups that they are for, and what a team owns, whole. A change leads to journeys, and to
 * other tasks of those on the way.
 */
export const COPIED_ENTITIES: CopyDefinition = {
  pluginId: 'onboarding',
  query: { $not: { kind: { $in: UNUSED_KINDS } } },
  columns: { entity: 'text' },
  read: (entity: Entity) => ({
    columns: { entity: JSON.stringify(entity) },
  }),
  onChange: async (tx, changed, { now }) => {
    const refs = changed.map(({ row }) => row.entity_ref);
    await tx<DbEntityRow>('entities')
      .whereIn('entity_ref', refs)
      .update({ start_at: now, values_due_at: now });
    await writeMemberships(
      tx,
      changed
        .filter(({ row }) => row.kind === 'user')
        .map(({ row, kept }) => ({
          userRef: row.entity_ref,
          uid: row.uid,
          entity: JSON.parse(String(kept.columns?.entity)),
        })),
      { now },
    );
    await composeTracks(tx, refs, now);
    await markJourneysDue(tx, { entityRefs: refs, now });
  },
  onRemove: async (tx, entityRefs, { now }) => {
    await endMemberships(tx, entityRefs, { now });
    await composeTracks(tx, entityRefs, now);
    await markJourneysDue(tx, { entityRefs, now });
  },
  onSynced: db => noteFirstSync(db, Date.now()),
};

/** Tracks include one another, so all of them are put together again where one changed. */
async function composeTracks(
  tx: Parameters<CopyDefinition['onChange']>[0],
  entityRefs: readonly string[],
  now: number,
): Promise<void> {
  const tracks = entityRefs.filter(
    ref => parseEntityRef(ref).kind === 'onboardingtrack',
  );
  if (tracks.length > 0) {
    await tx<DbTrackRow>('tracks').update({ compose_at: now });
  }
}
