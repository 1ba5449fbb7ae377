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
} satisfies RowColumns;

const TASK_COLUMNS = {
  journey_id: 'text',
  task_id: 'text',
  milestone_id: 'text',
  position: 'integer',
  generated: 'text',
  doer: 'text',
  verification: 'text',
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
 * Writes journeys with what follows from their tasks: since when each is open, and how far the whole is. As many
 * statements for one journey as for any number of them.
 */
export async function writeJourneys(
  tx: Knex,
  journeys: readonly JourneyInHand[],
  options: { now: number },
): Promise<void> {
  if (journeys.length === 0) {
    return;
  }
  const added: DbJourneyTaskRow[] = [];
  const changed: DbJourneyTaskRow[] = [];
  for (const journey of journeys) {
    settleInHand(journey);
    for (const [id, task] of journey.tasks) {
      const stored = journey.stored.get(id);
      if (task !== stored) {
        (stored ? changed : added).push(task);
      }
    }
  }
  await insertRows(tx, {
    table: 'journey_tasks',
    columns: TASK_COLUMNS,
    rows: added.map(row => pick(row, TASK_COLUMNS)),
  });
  await updateRows(tx, {
    table: 'journey_tasks',
    columns: TASK_COLUMNS,
    key: ['journey_id', 'task_id'],
    rows: changed.map(row => pick(row, TASK_COLUMNS)),
  });
  await updateRows(tx, {
    table: 'journeys',
    columns: JOURNEY_COLUMNS,
    key: ['id'],
    rows: journeys.map(({ row }) => pick(row, JOURNEY_COLUMNS)),
    also: 'revision = revision + 1',
  });
  const refs = journeys.flatMap(({ row }) => [
    row.track_ref,
    ...(row.team_ref === null ? [] : [row.team_ref]),
  ]);
  await markValuesDue(tx, {
    entityRefs: [...new Set(refs)],
    now: options.now,
  });
}

/** Writes rows that exist, in one statement. On PostgreSQL an upsert would lock each row by itself before it writes it. */
async function updateRows<TColumns extends RowColumns>(
  tx: Knex,
  options: {
    table: string;
    columns: TColumns;
    key: readonly (keyof TColumns & string)[];
    rows: readonly Record<keyof TColumns & string, Value>[];
    /** SQL of what is set besides. */
    also?: string;
  },
): Promise<void> {
  const { table, columns, key, rows, also } = options;
  if (rows.length === 0) {
    return;
  }
  const set = Object.keys(columns)
    .filter(name => !key.includes(name))
    .map(name => `"${name}" = r."${name}"`);
  const isSame = key.map(name => `${table}."${name}" = r."${name}"`);
  await tx.raw(
    `update ${table} set ${[...set, also ?? []].flat().join(', ')}
       from ? where ${isSame.join(' and ')}`,
    [rowsOf(tx, columns, rows)],
  );
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
