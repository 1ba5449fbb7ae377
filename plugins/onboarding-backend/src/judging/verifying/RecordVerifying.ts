import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import {
  countsFrom,
  PlannedTask,
  ShownWork,
  verifyByRecords,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyRow } from '../../database/tables';
import { readWork } from '../../records/contributions';
import {
  completeTask,
  JourneyInHand,
  lockJourneys,
  tasksOf,
  writeJourneys,
} from '../../records/journeys';

/** How many journeys are verified in one transaction. */
const BATCH = 100;

/** Who says that a record verified a task, for the audit. */
const BY = 'records';

/**
 * Compares the tasks of journeys with the work that records show.
 *
 * @remarks
 *
 * A journey is due when work of its newcomer becomes known or is taken back, or what stands for them changes. A task is
 * done with the first work that is enough and keeps that time; whether it holds is what records say now.
 */
export class RecordVerifying {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): RecordVerifying {
    return new RecordVerifying(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  /** Verifies all journeys that are due. Any number of replicas may do so at once, and each may die at any point. */
  async run({ signal }: { signal: AbortSignal }): Promise<void> {
    let isBehind = true;
    while (isBehind && !signal.aborted) {
      isBehind = (await this.#verifyBatch()) === BATCH;
    }
  }

  /** Answers how many were due. */
  async #verifyBatch(): Promise<number> {
    const now = this.#clock();
    const ids: string[] = await this.#db<DbJourneyRow>('journeys')
      .where('verify_at', '<=', now)
      .orderBy(['verify_at', 'id'])
      .limit(BATCH)
      .pluck('id');
    if (ids.length > 0) {
      await this.#db.transaction(tx => verifyJourneys(tx, ids, now));
    }
    return ids.length;
  }
}

async function verifyJourneys(
  tx: Knex.Transaction,
  ids: readonly string[],
  now: number,
): Promise<void> {
  const journeys = await lockJourneys(tx, ids);
  const work = await readWork(
    tx,
    journeys.map(({ row }) => row.user_ref),
    {
      since: Math.min(
        ...journeys.map(({ row }) => countsFrom(Number(row.start_at))),
      ),
    },
  );
  const changed = journeys.filter(journey => {
    journey.row = { ...journey.row, verify_at: null };
    return verifyJourney(journey, work.get(journey.row.user_ref) ?? []);
  });
  await writeJourneys(tx, changed, { now });
  // What is written is due no more; the rest is neither.
  const written = new Set(changed);
  const rest = journeys.filter(one => !written.has(one));
  if (rest.length > 0) {
    const query = tx<DbJourneyRow>('journeys').update({ verify_at: null });
    whereOneOf(
      query,
      'id',
      rest.map(({ row }) => row.id),
    );
    await query;
  }
}

/** Whether anything changed. */
function verifyJourney(
  journey: JourneyInHand,
  work: readonly ShownWork[],
): boolean {
  let isChanged = false;
  for (const task of tasksOf(journey)) {
    isChanged = verifyTask(journey, task, work) || isChanged;
  }
  return isChanged;
}

function verifyTask(
  journey: JourneyInHand,
  { id, verifiedBy }: PlannedTask,
  work: readonly ShownWork[],
): boolean {
  const before = journey.tasks.get(id);
  if (!before || !('record' in verifiedBy)) {
    return false;
  }
  const { reached, doneAt, evidence } = verifyByRecords({
    ...verifiedBy,
    startAt: Number(journey.row.start_at),
    work,
  });
  if (doneAt !== undefined && evidence) {
    completeTask(journey, { taskId: id, at: doneAt, evidence, by: BY });
  }
  const after = journey.tasks.get(id)!;
  // What somebody else said to be done, before the track asked for records, is not for these to judge.
  const isByRecord = after.state === 'done' && after.done_by === BY;
  const holds = isByRecord ? doneAt !== undefined : after.holds;
  if (
    after === before &&
    reached === after.reached &&
    Boolean(holds) === Boolean(after.holds)
  ) {
    return false;
  }
  journey.tasks.set(id, { ...after, reached, holds });
  return true;
}
