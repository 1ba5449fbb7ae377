import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import {
  PlannedTask,
  TaskRecord,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyRow, DbJourneyTaskRow } from '../../database/tables';
import { readPlans, versionKey } from './readPlans';

/** A journey that is being changed: what is put in the place of its row and its tasks is written. */
export interface JourneyInHand {
  row: DbJourneyRow;
  plan: TrackPlan;
  tasks: Map<string, DbJourneyTaskRow>;
  /** The tasks as they are stored. */
  stored: ReadonlyMap<string, DbJourneyTaskRow>;
}

/**
 * Takes journeys in hand, in the order of their ids. Whoever else changes one of them waits until the transaction ends, so
 * that none undoes what another did. SQLite writes one at a time.
 *
 * @param options - `onlyFree` leaves out those that somebody else has in hand, in place of waiting for them
 */
export async function lockJourneys(
  tx: Knex,
  ids: readonly string[],
  options: { onlyFree?: boolean } = {},
): Promise<JourneyInHand[]> {
  const query = tx<DbJourneyRow>('journeys').orderBy('id');
  whereOneOf(query, 'id', ids);
  if (isPostgres(tx)) {
    query.forUpdate();
    if (options.onlyFree) {
      query.skipLocked();
    }
  }
  return takeInHand(tx, await query);
}

/** Journeys as they are now, to look at. */
export async function readJourneysInHand(
  db: Knex,
  ids: readonly string[],
): Promise<JourneyInHand[]> {
  const query = db<DbJourneyRow>('journeys').orderBy('id');
  whereOneOf(query, 'id', ids);
  return takeInHand(db, await query);
}

/** The tasks of a journey: those of its plan, and those that the catalog adds. */
export function tasksOf({ plan, tasks }: JourneyInHand): PlannedTask[] {
  const generated = [...tasks.values()].flatMap(row =>
    row.generated !== null && row.state !== 'gone'
      ? [JSON.parse(row.generated)]
      : [],
  );
  return [...plan.milestones.flatMap(one => one.tasks), ...generated];
}

async function takeInHand(
  db: Knex,
  rows: readonly DbJourneyRow[],
): Promise<JourneyInHand[]> {
  const plans = await readPlans(db, rows);
  const tasks = await readTasks(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(row => {
    const stored = tasks.get(row.id) ?? new Map();
    const plan = plans.get(versionKey(row))!;
    return { row, plan, tasks: new Map(stored), stored };
  });
}

/** The tasks of journeys, by journey and task. */
async function readTasks(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, Map<string, DbJourneyTaskRow>>> {
  const query = db<DbJourneyTaskRow>('journey_tasks');
  whereOneOf(query, 'journey_id', journeyIds);
  const tasks = new Map<string, Map<string, DbJourneyTaskRow>>();
  for (const row of await query) {
    const own = tasks.get(row.journey_id) ?? new Map();
    tasks.set(row.journey_id, own.set(row.task_id, row));
  }
  return tasks;
}

/** What is kept of tasks, as it is judged. */
export function toRecords(
  tasks: ReadonlyMap<string, DbJourneyTaskRow>,
): Map<string, TaskRecord> {
  return new Map([...tasks].map(([id, row]) => [id, toRecord(row)]));
}

function toRecord(row: DbJourneyTaskRow): TaskRecord {
  return {
    state: row.state === 'na' ? 'not-applicable' : row.state,
    ...(row.generated !== null && {
      generated: {
        milestoneId: row.milestone_id,
        position: row.position,
        task: JSON.parse(row.generated),
      },
    }),
    ...(row.done_at !== null && { doneAt: Number(row.done_at) }),
    ...(row.waived_at !== null && { waivedAt: Number(row.waived_at) }),
  };
}
