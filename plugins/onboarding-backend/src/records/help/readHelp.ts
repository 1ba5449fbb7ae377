import { whereOneOf } from '@fairlead/bulk-sql';
import { HelpRequest } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DbHelpRequestRow, DbTime } from '../../database/tables';

/** More of these nobody answers at once. */
const MOST_WAITING = 100;

/** A call for help, with when its task was done. */
export interface CallForHelp extends DbHelpRequestRow {
  done_at: DbTime | null;
}

/** The last call for help on each task of journeys, by journey and task. */
export async function readHelp(
  db: Knex,
  journeyIds: readonly string[],
): Promise<Map<string, Map<string, CallForHelp>>> {
  const query = queryHelp(db).orderBy(['h.asked_at', 'h.id']);
  whereOneOf(query, 'h.journey_id', journeyIds);
  const rows: CallForHelp[] = await query;
  const calls = new Map<string, Map<string, CallForHelp>>();
  for (const row of rows) {
    const own = calls.get(row.journey_id) ?? new Map();
    calls.set(row.journey_id, own.set(row.task_id, row));
  }
  return calls;
}

/** The calls for help that wait for the answer of one of these, the longest first. */
export async function readWaiting(
  db: Knex,
  refs: readonly string[],
  options: { teamRef?: string } = {},
): Promise<CallForHelp[]> {
  const query = queryHelp(db)
    .join('journeys as j', 'j.id', 'h.journey_id')
    .whereNot('j.state', 'ended')
    .whereNull('h.replied_at')
    .whereNull('h.solved_at')
    .whereNull('t.done_at')
    .orderBy(['h.asked_at', 'h.id'])
    .limit(MOST_WAITING);
  whereOneOf(query, 'h.to_ref', refs);
  if (options.teamRef !== undefined) {
    query.where('j.team_ref', options.teamRef);
  }
  return query;
}

function queryHelp(db: Knex) {
  return db('help_requests as h')
    .leftJoin('journey_tasks as t', join =>
      join.on('t.journey_id', 'h.journey_id').on('t.task_id', 'h.task_id'),
    )
    .select('h.*', 't.done_at');
}

/** A call for help as it is told: to whoever asked, and to whoever it went to. */
export function toHelpRequest(
  row: CallForHelp,
  taskTitle: string,
): HelpRequest {
  return {
    id: row.id,
    journeyId: row.journey_id,
    taskId: row.task_id,
    taskTitle,
    askedAt: isoTime(row.asked_at),
    tried: row.tried,
    errorSays: row.error_says,
    ifNobodyWereHere: row.if_nobody,
    missing: row.missing,
    toRef: row.to_ref,
    askedBy: row.asked_by,
    ...(row.reply !== null && {
      reply: {
        text: row.reply,
        by: row.replied_by!,
        at: isoTime(row.replied_at!),
      },
    }),
    ...toSolved(row),
  };
}

/** Whoever has done the task is not stuck on it any more, said so or not. */
function toSolved(row: CallForHelp): Pick<HelpRequest, 'solvedAt'> {
  const times = [row.solved_at, row.done_at].flatMap(at =>
    at === null || Number(at) < Number(row.asked_at) ? [] : [Number(at)],
  );
  return times.length > 0 ? { solvedAt: isoTime(Math.min(...times)) } : {};
}
