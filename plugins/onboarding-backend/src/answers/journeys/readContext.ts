import { Entity } from '@backstage/catalog-model';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import {
  countsFrom,
  ShownWork,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import {
  CopiedEntity,
  readEntities,
} from '../../catalog/entities/readEntities';
import { DbTrackRow } from '../../database/tables';
import { readWork } from '../../records/contributions';
import { CallForHelp, readHelp } from '../../records/help';
import { KeptPlans, versionKey } from '../../records/journeys';
import { JourneyRow } from './queryJourneys';
import { readTasks, TaskRow } from './readTasks';

/** A journey with all that tells how it stands. */
export interface JourneyContext {
  row: JourneyRow;
  plan: TrackPlan;
  tasks: ReadonlyMap<string, TaskRow>;
  /** The track as the catalog has it now. */
  track?: Pick<DbTrackRow, 'version' | 'gone_at' | 'owner_ref'>;
  user?: { uid: string; entity: Entity };
  team?: Entity;
  /** What records show of the newcomer since the start, the earliest first. */
  work: readonly ShownWork[];
  /** The last call for help on each task. */
  help: ReadonlyMap<string, CallForHelp>;
  /** Whether whoever looks may see an entity that something was about. */
  isVisible(entityRef: string): boolean;
}

/** Reads any number of journeys with as many queries as one takes. */
export async function readContext(
  db: Knex,
  rows: readonly JourneyRow[],
  options: {
    /** The users and the teams of these journeys, where they are read already. */
    entities?: ReadonlyMap<string, CopiedEntity>;
    plans: KeptPlans;
    visible: VisibleEntities;
    /** Whose work is looked up. */
    workOf: readonly string[];
  },
): Promise<JourneyContext[]> {
  if (rows.length === 0) {
    return [];
  }
  const starts = rows.map(row => countsFrom(Number(row.start_at)));
  const [plans, tasks, entities, work] = await Promise.all([
    options.plans.read(rows),
    readTasks(
      db,
      rows.map(({ id }) => id),
    ),
    options.entities ??
      readEntities(
        db,
        rows.flatMap(row => [row.user_ref, row.team_ref ?? []].flat()),
      ),
    options.workOf.length === 0
      ? new Map<string, ShownWork[]>()
      : readWork(db, options.workOf, { since: Math.min(...starts) }),
  ]);
  const [help, isVisible] = await Promise.all([
    readCallsOf(db, tasks),
    readVisible(db, tasks, options.visible),
  ]);
  return rows.map((row, index) => {
    const track = toTrack(row);
    const user = entities.get(row.user_ref);
    const team = row.team_ref === null ? undefined : entities.get(row.team_ref);
    return {
      row,
      plan: plans.get(versionKey(row))!,
      tasks: tasks.get(row.id) ?? new Map(),
      help: help.get(row.id) ?? new Map(),
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

function toTrack(row: JourneyRow): JourneyContext['track'] {
  const { track_version: version, track_owner_ref: ownerRef } = row;
  return version === null || ownerRef === null
    ? undefined
    : { version, owner_ref: ownerRef, gone_at: row.track_gone_at };
}

/** Asked for only where somebody was stuck. */
async function readCallsOf(
  db: Knex,
  tasks: ReadonlyMap<string, ReadonlyMap<string, TaskRow>>,
): Promise<Map<string, Map<string, CallForHelp>>> {
  const ids = [...tasks].flatMap(([id, own]) =>
    [...own.values()].some(row => row.has_calls) ? [id] : [],
  );
  return ids.length === 0 ? new Map() : readHelp(db, ids);
}

/** Asked for only where something may be hidden. */
async function readVisible(
  db: Knex,
  tasks: ReadonlyMap<string, ReadonlyMap<string, TaskRow>>,
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
  if (refs.length === 0) {
    return () => false;
  }
  const query = db('entities as e');
  whereOneOf(query, 'e.entity_ref', [...new Set(refs)]);
  restrictToVisible(query, visible);
  const seen = new Set<string>(await query.pluck('e.entity_ref'));
  return ref => seen.has(ref);
}
