import { LedTrack } from '@fairlead/backstage-plugin-onboarding-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { DbJourneyRow } from '../../database/tables';
import { OPEN_STATES, readPlans, versionKey } from '../../records/journeys';
import { Viewpoint } from '../standpoint';

/** A journey that goes on, with what is told of its track. */
interface LedRow extends DbJourneyRow {
  title: string;
  owner_ref: string;
}

/**
 * The tracks that somebody answers for and people of a team are on, by title. What is told of these people is who they are
 * and who goes along: neither how far they came nor when.
 */
export async function readLedTracks(
  db: Knex,
  options: {
    teamRef: string;
    viewer: Viewpoint;
    /** Says which of some entities the viewer may see in the catalog. */
    readVisible: (entityRefs: readonly string[]) => Promise<VisibleEntities>;
  },
): Promise<LedTrack[]> {
  const { teamRef, viewer, readVisible } = options;
  const own = [viewer.ref, ...viewer.groups];
  const going: LedRow[] = await db('journeys as j')
    .join('tracks as t', 't.track_ref', 'j.track_ref')
    .where('j.team_ref', teamRef)
    .whereIn('j.state', OPEN_STATES)
    .orderBy(['t.title', 't.track_ref', 'j.version', 'j.user_ref', 'j.id'])
    .select('j.*', 't.title', 't.owner_ref');
  const led = going.filter(row => viewer.mayAny || own.includes(row.owner_ref));
  if (led.length === 0) {
    return [];
  }
  const seen = await findVisible(db, led.flatMap(refsOf), readVisible);
  const rows = led.filter(row =>
    [row.track_ref, row.user_ref].every(ref => seen.has(ref)),
  );
  const plans = await readPlans(db, rows);
  const tracks = new Map<string, LedTrack>();
  for (const row of rows) {
    const key = versionKey(row);
    const track = tracks.get(key) ?? {
      trackRef: row.track_ref,
      title: row.title,
      version: row.version,
      tasks: plans
        .get(key)!
        .milestones.flatMap(({ tasks }) =>
          tasks.map(({ id, title }) => ({ id, title })),
        ),
      journeys: [],
    };
    track.journeys.push({
      journeyId: row.id,
      userRef: row.user_ref,
      ...(row.buddy_ref !== null &&
        seen.has(row.buddy_ref) && { buddyRef: row.buddy_ref }),
    });
    tracks.set(key, track);
  }
  return [...tracks.values()];
}

function refsOf({
  track_ref: track,
  user_ref: user,
  buddy_ref: buddy,
}: LedRow) {
  return [track, user, buddy ?? []].flat();
}

async function findVisible(
  db: Knex,
  entityRefs: readonly string[],
  readVisible: (entityRefs: readonly string[]) => Promise<VisibleEntities>,
): Promise<Set<string>> {
  const refs = [...new Set(entityRefs)];
  const query = db('entities as e');
  whereOneOf(query, 'e.entity_ref', refs);
  restrictToVisible(query, await readVisible(refs));
  return new Set(await query.pluck('e.entity_ref'));
}
