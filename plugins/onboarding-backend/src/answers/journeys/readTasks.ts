import { whereOneOf } from '@fairlead/bulk-sql';
import { DocsVote } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbBoolean, DbJourneyTaskRow } from '../../database/tables';

/** A task as it is stored, and whether anything was said about it. */
export interface TaskRow extends DbJourneyTaskRow {
  /** What was said of its documentation. */
  vote: DocsVote | null;
  /** Somebody was stuck on it. */
  has_calls: DbBoolean;
}

/** The tasks of journeys, by journey and task. */
export async function readTasks(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, Map<string, TaskRow>>> {
  const calls = db('help_requests as h')
    .whereRaw('h.journey_id = t.journey_id and h.task_id = t.task_id')
    .select('h.id');
  const query = db('journey_tasks as t')
    .leftJoin('docs_votes as v', join =>
      join.on('v.journey_id', 't.journey_id').on('v.task_id', 't.task_id'),
    )
    .select('t.*', 'v.vote', db.raw('exists ? as has_calls', [calls]));
  whereOneOf(query, 't.journey_id', journeyIds);
  const tasks = new Map<string, Map<string, TaskRow>>();
  for (const row of (await query) as TaskRow[]) {
    const own = tasks.get(row.journey_id) ?? new Map();
    tasks.set(row.journey_id, own.set(row.task_id, row));
  }
  return tasks;
}
