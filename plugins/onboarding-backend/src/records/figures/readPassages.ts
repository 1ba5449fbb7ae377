import { whereOneOf } from '@fairlead/bulk-sql';
import {
  DocsVote,
  MissingPart,
  TaskPassage,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import {
  DbDocsVoteRow,
  DbHelpRequestRow,
  DbJourneyTaskRow,
} from '../../database/tables';
import { Traveller } from './readTravellers';

/** What happened with a task on a journey, and which task that is. */
export interface JourneyPassage extends TaskPassage {
  journeyId: string;
  taskId: string;
  milestoneId: string;
  /** Of one that the catalog adds. */
  generated: string | null;
  isOptional: boolean;
  state: DbJourneyTaskRow['state'];
}

/**
 * What happened with the tasks of journeys, in the tables of their tracks: a row is a team, and there is one column. Three
 * queries, however many there are.
 */
export async function readPassages(
  db: Knex,
  travellers: readonly Traveller[],
  options: {
    now: number;
    /** All tasks when left out. */
    taskIds?: readonly string[];
  },
): Promise<JourneyPassage[]> {
  const { now, taskIds } = options;
  const ids = travellers.map(({ journey }) => journey.id);
  if (ids.length === 0) {
    return [];
  }
  const travellerOf = new Map(travellers.map(one => [one.journey.id, one]));
  const [tasks, calls, votes] = await Promise.all([
    readTaskRows(db, ids, taskIds),
    readCalls(db, ids),
    readVotes(db, ids),
  ]);
  return tasks.map(row => {
    const since = row.open_since === null ? NaN : Number(row.open_since);
    const vote = votes.get(keyOf(row));
    const { person, track, row: team } = travellerOf.get(row.journey_id)!;
    return {
      journeyId: row.journey_id,
      taskId: row.task_id,
      milestoneId: row.milestone_id,
      generated: row.generated,
      isOptional: Boolean(row.optional),
      state: row.state,
      person,
      track,
      row: team,
      column: '',
      // One that opens with the first day is met on that day.
      ...(since <= now && { openSince: since }),
      ...(row.done_at !== null && { doneAt: Number(row.done_at) }),
      isDone: row.state === 'done',
      calls: calls.get(keyOf(row)) ?? [],
      ...(vote && { vote }),
    };
  });
}

/**
 * The same of some travellers, and beside them of all others on their tracks as far as these have the same tasks: what is
 * told of the ones depends on how many others there are.
 */
export async function readPassagesBeside(
  db: Knex,
  own: readonly Traveller[],
  options: { all: readonly Traveller[]; now: number },
): Promise<JourneyPassage[]> {
  const { all, now } = options;
  const isOwn = new Set(own);
  const passages = await readPassages(db, own, { now });
  const others = await readPassages(
    db,
    all.filter(one => !isOwn.has(one)),
    { now, taskIds: [...new Set(passages.map(({ taskId }) => taskId))] },
  );
  return [...passages, ...others];
}

type TaskRow = Pick<
  DbJourneyTaskRow,
  | 'journey_id'
  | 'task_id'
  | 'milestone_id'
  | 'generated'
  | 'optional'
  | 'state'
  | 'open_since'
  | 'done_at'
>;

async function readTaskRows(
  db: Knex,
  journeyIds: readonly string[],
  taskIds: readonly string[] | undefined,
): Promise<TaskRow[]> {
  const query = db<DbJourneyTaskRow>('journey_tasks')
    .whereNot('state', 'gone')
    .select(
      'journey_id',
      'task_id',
      'milestone_id',
      'generated',
      'optional',
      'state',
      'open_since',
      'done_at',
    );
  whereOneOf(query, 'journey_id', journeyIds);
  if (taskIds) {
    whereOneOf(query, 'task_id', taskIds);
  }
  return query as unknown as Promise<TaskRow[]>;
}

async function readCalls(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, { by: string; missing: MissingPart }[]>> {
  const query = db<DbHelpRequestRow>('help_requests').select(
    'journey_id',
    'task_id',
    'asked_by',
    'missing',
  );
  whereOneOf(query, 'journey_id', journeyIds);
  const calls = new Map<string, { by: string; missing: MissingPart }[]>();
  for (const row of (await query) as DbHelpRequestRow[]) {
    const { asked_by: by, missing } = row;
    calls.set(keyOf(row), [...(calls.get(keyOf(row)) ?? []), { by, missing }]);
  }
  return calls;
}

async function readVotes(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, { by: string; vote: DocsVote }>> {
  const query = db<DbDocsVoteRow>('docs_votes').select(
    'journey_id',
    'task_id',
    'vote',
    'voted_by',
  );
  whereOneOf(query, 'journey_id', journeyIds);
  const rows = (await query) as DbDocsVoteRow[];
  return new Map(
    rows.map(row => [keyOf(row), { by: row.voted_by, vote: row.vote }]),
  );
}

function keyOf(row: { journey_id: string; task_id: string }): string {
  return `${row.journey_id} ${row.task_id}`;
}
