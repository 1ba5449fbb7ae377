import { Entity } from '@backstage/catalog-model';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import {
  countsFrom,
  DocsVote,
  ShownWork,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import {
  DbJourneyRow,
  DbJourneyTaskRow,
  DbTrackRow,
} from '../../database/tables';
import { readWork } from '../../records/contributions';
import { CallForHelp, readHelp } from '../../records/help';
import { readPlans, readTasks, versionKey } from '../../records/journeys';
import { readEntities } from '../../catalog/entities/readEntities';
import { readVotes } from '../../records/votes';

/** A journey with all that tells how it stands. */
export interface JourneyContext {
  row: DbJourneyRow;
  plan: TrackPlan;
  tasks: ReadonlyMap<string, DbJourneyTaskRow>;
  /** The track as the catalog has it now. */
  track?: Pick<DbTrackRow, 'version' | 'gone_at' | 'owner_ref'>;
  user?: { uid: string; entity: Entity };
  team?: Entity;
  /** What records show of the newcomer since the start, the earliest first. */
  work: readonly ShownWork[];
  /** The last call for help on each task. */
  help: ReadonlyMap<string, CallForHelp>;
  /** What was said of the documentation of tasks. */
  votes: ReadonlyMap<string, DocsVote>;
  /** Whether whoever looks may see an entity that something was about. */
  isVisible(entityRef: string): boolean;
}

/** Reads any number of journeys with as many queries as one takes. */
export async function readContext(
  db: Knex,
  rows: readonly DbJourneyRow[],
  options: {
    visible: VisibleEntities;
    /** Whose work is looked up. */
    workOf: readonly string[];
  },
): Promise<JourneyContext[]> {
  if (rows.length === 0) {
    return [];
  }
  const starts = rows.map(row => countsFrom(Number(row.start_at)));
  const ids = rows.map(({ id }) => id);
  const [plans, tasks, help, votes, tracks, entities, work] = await Promise.all(
    [
      readPlans(db, rows),
      readTasks(db, ids),
      readHelp(db, ids),
      readVotes(db, ids),
      readTrackRows(
        db,
        rows.map(row => row.track_ref),
      ),
      readEntities(
        db,
        rows.flatMap(row => [row.user_ref, row.team_ref ?? []].flat()),
      ),
      options.workOf.length === 0
        ? new Map<string, ShownWork[]>()
        : readWork(db, options.workOf, { since: Math.min(...starts) }),
    ],
  );
  const isVisible = await readVisible(db, tasks, options.visible);
  return rows.map((row, index) => {
    const track = tracks.get(row.track_ref);
    const user = entities.get(row.user_ref);
    const team = row.team_ref === null ? undefined : entities.get(row.team_ref);
    return {
      row,
      plan: plans.get(versionKey(row))!,
      tasks: tasks.get(row.id) ?? new Map(),
      help: help.get(row.id) ?? new Map(),
      votes: votes.get(row.id) ?? new Map(),
      ...(track && { track }),
      ...(user && { user }),
      ...(team && { team: team.entity }),
      work: (work.get(row.user_ref) ?? []).filter(
        ({ at }) => at >= starts[index],
      ),
      isVisible,
    };
  });
}

async function readTrackRows(
  db: Knex,
  trackRefs: readonly string[],
): Promise<Map<string, DbTrackRow>> {
  const query = db<DbTrackRow>('tracks');
  whereOneOf(query, 'track_ref', [...new Set(trackRefs)]);
  const rows: DbTrackRow[] = await query;
  return new Map(rows.map(row => [row.track_ref, row]));
}

/** Asked for only where something may be hidden. */
async function readVisible(
  db: Knex,
  tasks: ReadonlyMap<string, ReadonlyMap<string, DbJourneyTaskRow>>,
  visible: VisibleEntities,
): Promise<(entityRef: string) => boolean> {
  if (visible === 'all') {
    return () => true;
  }
  const refs = [...tasks.values()].flatMap(own =>
    [...own.values()].flatMap(({ evidence }) =>
      evidence === null ? [] : JSON.parse(evidence).entityRefs ?? [],
    ),
  );
  const query = db('entities as e');
  whereOneOf(query, 'e.entity_ref', [...new Set(refs)]);
  restrictToVisible(query, visible);
  const seen = new Set<string>(await query.pluck('e.entity_ref'));
  return ref => seen.has(ref);
}
