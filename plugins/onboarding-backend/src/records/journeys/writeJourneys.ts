import { insertRows, RowColumns, rowsOf } from '@fairlead/bulk-sql';
import { settleJourney } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { markValuesDue } from '../../database/markDue';
import { DbJourneyTaskRow } from '../../database/tables';
import { JourneyInHand, toRecords } from './JourneyInHand';

const JOURNEY_COLUMNS = {
  id: 'text',
  version: 'integer',
  start_at: 'bigint',
  start_from: 'text',
  state: 'text',
  buddy_ref: 'text',
  buddy_state: 'text',
  passed_by: 'text',
  first_done_at: 'bigint',
  finished_at: 'bigint',
  ended_at: 'bigint',
  end_reason: 'text',
  generate_at: 'bigint',
  verify_at: 'bigint',
} satisfies RowColumns;

const TASK_COLUMNS = {
  journey_id: 'text',
  task_id: 'text',
  milestone_id: 'text',
  position: 'integer',
  generated: 'text',
  doer: 'text',
  verification: 'text',
  reached: 'integer',
  state: 'text',
  optional: 'boolean',
  open_since: 'bigint',
  done_at: 'bigint',
  done_by: 'text',
  evidence: 'text',
  holds: 'boolean',
  waive_reason: 'text',
  waived_at: 'bigint',
  run_id: 'text',
  run_state: 'text',
  run_at: 'bigint',
  asked_at: 'bigint',
} satisfies RowColumns;

/**
 * Writes journeys with what follows from their tasks: since when each is open, and how far the whole is. Two statements,
 * however many journeys there are.
 */
export async function writeJourneys(
  tx: Knex,
  journeys: readonly JourneyInHand[],
  options: { now: number },
): Promise<void> {
  if (journeys.length === 0) {
    return;
  }
  const tasks: DbJourneyTaskRow[] = [];
  for (const journey of journeys) {
    settleInHand(journey);
    for (const [id, task] of journey.tasks) {
      if (task !== journey.stored.get(id)) {
        tasks.push(task);
      }
    }
  }
  await insertRows(tx, {
    table: 'journey_tasks',
    columns: TASK_COLUMNS,
    rows: tasks.map(row => pick(row, TASK_COLUMNS)),
    onConflict: { key: ['journey_id', 'task_id'] },
  });
  const set = Object.keys(JOURNEY_COLUMNS)
    .filter(name => name !== 'id')
    .map(name => `${name} = r.${name}`);
  await tx.raw(
    `update journeys set ${set.join(', ')}, revision = revision + 1
       from ? where journeys.id = r.id`,
    [
      rowsOf(
        tx,
        JOURNEY_COLUMNS,
        journeys.map(({ row }) => pick(row, JOURNEY_COLUMNS)),
      ),
    ],
  );
  const refs = journeys.flatMap(({ row }) => [
    row.track_ref,
    ...(row.team_ref === null ? [] : [row.team_ref]),
  ]);
  await markValuesDue(tx, {
    entityRefs: [...new Set(refs)],
    now: options.now,
  });
}

/** What follows from the tasks of a journey. */
function settleInHand(journey: JourneyInHand): void {
  const { row, plan, tasks } = journey;
  const settled = settleJourney({
    plan,
    records: toRecords(tasks),
    createdAt: Number(row.created_at),
    startAt: Number(row.start_at),
  });
  journey.row = {
    ...row,
    state: row.ended_at === null ? settled.state : 'ended',
    first_done_at: settled.firstDoneAt ?? null,
    finished_at: settled.finishedAt ?? null,
  };
  for (const [id, task] of tasks) {
    const since = settled.openSince.get(id) ?? null;
    const before = task.open_since === null ? null : Number(task.open_since);
    if (since !== before) {
      tasks.set(id, { ...task, open_since: since });
    }
  }
}

type Value = string | number | boolean | null;

function pick<TColumns extends RowColumns>(
  row: Record<keyof TColumns, Value>,
  columns: TColumns,
): Record<keyof TColumns & string, Value> {
  return Object.fromEntries(
    Object.keys(columns).map(name => [name, row[name]]),
  ) as Record<keyof TColumns & string, Value>;
}
