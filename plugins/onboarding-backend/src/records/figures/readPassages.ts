import { whereOneOf } from '@fairlead/bulk-sql';
import {
  MissingPart,
  TaskPassage,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import {
  DbHelpRequestRow,
  DbJourneyRow,
  DbJourneyTaskRow,
} from '../../database/tables';
import { readVotes } from '../votes';

/** What happened with a task on a journey, and which task that is. */
export interface JourneyPassage extends TaskPassage {
  journeyId: string;
  taskId: string;
  milestoneId: string;
  position: number;
  /** Of one that the catalog adds. */
  generated: string | null;
  isOptional: boolean;
  state: DbJourneyTaskRow['state'];
}

/** What happened with the tasks of journeys. Three queries, however many there are. */
export async function readPassages(
  db: Knex,
  journeys: readonly Pick<DbJourneyRow, 'id' | 'user_ref'>[],
  { now }: { now: number },
): Promise<JourneyPassage[]> {
  const ids = journeys.map(({ id }) => id);
  const personOf = new Map(journeys.map(row => [row.id, row.user_ref]));
  const [tasks, missing, votes] = await Promise.all([
    readTaskRows(db, ids),
    readMissing(db, ids),
    readVotes(db, ids),
  ]);
  return tasks.map(row => {
    const since = row.open_since === null ? NaN : Number(row.open_since);
    const vote = votes.get(row.journey_id)?.get(row.task_id);
    return {
      journeyId: row.journey_id,
      taskId: row.task_id,
      milestoneId: row.milestone_id,
      position: row.position,
      generated: row.generated,
      isOptional: Boolean(row.optional),
      state: row.state,
      person: personOf.get(row.journey_id)!,
      // One that opens with the first day is met on that day.
      ...(since <= now && { openSince: since }),
      ...(row.done_at !== null && { doneAt: Number(row.done_at) }),
      isDone: row.state === 'done',
      missing: missing.get(keyOf(row)) ?? [],
      ...(vote && { vote }),
    };
  });
}

type TaskRow = Pick<
  DbJourneyTaskRow,
  | 'journey_id'
  | 'task_id'
  | 'milestone_id'
  | 'position'
  | 'generated'
  | 'optional'
  | 'state'
  | 'open_since'
  | 'done_at'
>;

async function readTaskRows(
  db: Knex,
  journeyIds: readonly string[],
): Promise<TaskRow[]> {
  const query = db<DbJourneyTaskRow>('journey_tasks')
    .whereNot('state', 'gone')
    .select(
      'journey_id',
      'task_id',
      'milestone_id',
      'position',
      'generated',
      'optional',
      'state',
      'open_since',
      'done_at',
    );
  whereOneOf(query, 'journey_id', journeyIds);
  return query as unknown as Promise<TaskRow[]>;
}

async function readMissing(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, MissingPart[]>> {
  const query = db<DbHelpRequestRow>('help_requests').select(
    'journey_id',
    'task_id',
    'missing',
  );
  whereOneOf(query, 'journey_id', journeyIds);
  const missing = new Map<string, MissingPart[]>();
  for (const row of (await query) as DbHelpRequestRow[]) {
    const before = missing.get(keyOf(row)) ?? [];
    missing.set(keyOf(row), [...before, row.missing]);
  }
  return missing;
}

function keyOf(row: { journey_id: string; task_id: string }): string {
  return `${row.journey_id} ${row.task_id}`;
}
