import { LoggerService } from '@backstage/backend-plugin-api';
import { RunsInTurn, Turn } from '@fairlead/background-work';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import {
  countsFrom,
  PlannedTask,
  ShownWork,
  verifyByRecords,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbDueVerificationRow } from '../../database/tables';
import { readWork } from '../../records/contributions';
import {
  completeTask,
  JourneyInHand,
  lockJourneys,
  tasksOf,
  writeJourneys,
} from '../../records/journeys';

/** How many journeys are verified in one transaction, at most. */
const BATCH = 250;

/**
 * Contributions of one person come on several pages: those of so many milliseconds are looked at together, unless they
 * come to an end before.
 */
const GATHER_FOR = 1_000;

/** Who says that a record verified a task, for the audit. */
const BY = 'records';

export interface RecordVerifyingOptions {
  clock?: Clock;
  db: Knex;
  /** For how many milliseconds contributions are kept. */
  keptFor: number;
  logger: LoggerService;
}

/**
 * Compares the tasks of journeys with the work that records show.
 *
 * @remarks
 *
 * A journey is due when work of its newcomer becomes known or is taken back, or what stands for them changes. A task is
 * done with the first work that is enough and keeps that time; whether it holds is what records say now, and what they
 * said last of a journey whose first work is kept no longer. Any number of processes may verify at once, and each may die
 * at any point: a journey is due until the transaction ends that verified it.
 */
export class RecordVerifying {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #keptFor: number;
  readonly #runs: RunsInTurn;

  static create(options: RecordVerifyingOptions): RecordVerifying {
    return new RecordVerifying(options);
  }

  private constructor(options: RecordVerifyingOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#keptFor = options.keptFor;
    this.#runs = RunsInTurn.create({
      logger: options.logger,
      failure:
        'Tasks could not be verified by records; the next scheduled run tries again',
      gatherFor: GATHER_FOR,
      work: turn => this.#drain(turn),
    });
  }

  /** Says that journeys are due. They are verified in the background, soon. Never throws. */
  nudge(): void {
    this.#runs.nudge();
  }

  /** Verifies all journeys that are due, but for those that somebody else has in hand. Answers how many these were. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    return this.#runs.run(options);
  }

  /** Ends after the journeys in hand. */
  async stop(): Promise<void> {
    await this.#runs.stop();
  }

  async #drain({ isOver }: Turn): Promise<number> {
    let verified = 0;
    while (!isOver()) {
      const batch = await this.#verifyBatch();
      if (batch === 0) {
        break;
      }
      verified += batch;
    }
    return verified;
  }

  /** Answers how many were verified. */
  async #verifyBatch(): Promise<number> {
    const ids: string[] = await this.#db<DbDueVerificationRow>(
      'due_verifications',
    )
      .orderBy('id')
      .limit(BATCH)
      .pluck('journey_id');
    const now = this.#clock();
    return ids.length === 0
      ? 0
      : this.#db.transaction(tx =>
          verifyJourneys(tx, [...new Set(ids)], {
            now,
            keptSince: now - this.#keptFor,
          }),
        );
  }
}

async function verifyJourneys(
  tx: Knex.Transaction,
  ids: readonly string[],
  { now, keptSince }: { now: number; keptSince: number },
): Promise<number> {
  const journeys = await lockJourneys(tx, ids, { onlyFree: true });
  if (journeys.length === 0) {
    return 0;
  }
  await takeMarks(
    tx,
    journeys.map(({ row }) => row.id),
  );
  // Read after the marks were taken: what comes later is marked again.
  const work = await readWork(
    tx,
    journeys.map(({ row }) => row.user_ref),
    {
      since: Math.min(
        ...journeys.map(({ row }) => countsFrom(Number(row.start_at))),
      ),
    },
  );
  const changed = journeys.filter(journey =>
    verifyJourney(journey, {
      work: work.get(journey.row.user_ref) ?? [],
      isAllKept: countsFrom(Number(journey.row.start_at)) >= keptSince,
    }),
  );
  await writeJourneys(tx, changed, { now });
  return journeys.length;
}

/** Only whoever has a journey in hand takes its marks. */
async function takeMarks(
  tx: Knex.Transaction,
  journeyIds: readonly string[],
): Promise<void> {
  const query = tx<DbDueVerificationRow>('due_verifications').delete();
  whereOneOf(query, 'journey_id', journeyIds);
  await query;
}

/** The work that counts for a journey, as far as it is kept. */
interface KeptWork {
  work: readonly ShownWork[];
  /** None of it is so old that it was removed. */
  isAllKept: boolean;
}

/** Whether anything changed. */
function verifyJourney(journey: JourneyInHand, kept: KeptWork): boolean {
  let isChanged = false;
  for (const task of tasksOf(journey)) {
    isChanged = verifyTask(journey, task, kept) || isChanged;
  }
  return isChanged;
}

/** Whether anything changed. */
function verifyTask(
  journey: JourneyInHand,
  { id, verifiedBy }: PlannedTask,
  { work, isAllKept }: KeptWork,
): boolean {
  const before = journey.tasks.get(id);
  if (!before || !('record' in verifiedBy)) {
    return false;
  }
  const { doneAt, evidence } = verifyByRecords({
    ...verifiedBy,
    startAt: Number(journey.row.start_at),
    work,
  });
  if (doneAt !== undefined && evidence) {
    completeTask(journey, { taskId: id, at: doneAt, evidence, by: BY });
  }
  const after = journey.tasks.get(id)!;
  // What was removed for its age was not taken back.
  const holds = doneAt !== undefined || (!isAllKept && Boolean(after.holds));
  // What somebody else said to be done, before the track asked for records, is not for these to judge.
  const isByRecord = after.state === 'done' && after.done_by === BY;
  if (isByRecord && Boolean(after.holds) !== holds) {
    journey.tasks.set(id, { ...after, holds });
    return true;
  }
  return after !== before;
}
