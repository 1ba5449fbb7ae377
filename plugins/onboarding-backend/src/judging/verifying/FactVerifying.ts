import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { PlannedTask } from '@fairlead/backstage-plugin-onboarding-common';
import {
  FactJudge,
  FactVerdict,
} from '@fairlead/backstage-plugin-onboarding-node';
import { Knex } from 'knex';
import { readEntities } from '../../catalog/entities/readEntities';
import { DbJourneyTaskRow } from '../../database/tables';
import {
  completeTask,
  JourneyInHand,
  lockJourneys,
  readJourneysInHand,
  tasksOf,
  writeJourneys,
} from '../../records/journeys';

/** How many journeys are judged together. */
const PAGE_SIZE = 100;

/** Who says that facts verified a task, for the audit. */
const BY = 'facts';

type FactTask = PlannedTask & {
  verifiedBy: Extract<PlannedTask['verifiedBy'], { fact: unknown }>;
};

/**
 * Compares the tasks of journeys with facts. Rules about a team are judged once for all its newcomers; nothing is asked
 * for where no task waits for a fact.
 */
export class FactVerifying {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #judge: FactJudge | undefined;
  readonly #logger: LoggerService;

  static create(options: {
    clock?: Clock;
    db: Knex;
    /** Undefined where no module judges facts: such tasks stay open. */
    judge: FactJudge | undefined;
    logger: LoggerService;
  }): FactVerifying {
    return new FactVerifying(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    judge: FactJudge | undefined;
    logger: LoggerService;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#judge = options.judge;
    this.#logger = options.logger;
  }

  async run({ signal }: { signal: AbortSignal }): Promise<void> {
    if (!this.#judge) {
      return;
    }
    const ids: string[] = await this.#db<DbJourneyTaskRow>('journey_tasks as t')
      .join('journeys as j', 'j.id', 't.journey_id')
      .where('t.verification', 'fact')
      .whereIn('t.state', ['open', 'done'])
      .whereNot('j.state', 'ended')
      .distinct()
      .orderBy('j.id')
      .pluck('j.id');
    for (const page of inPages(ids, PAGE_SIZE)) {
      if (signal.aborted) {
        return;
      }
      try {
        await this.#verify(page, this.#judge);
      } catch (error) {
        this.#logger.error(
          'Tasks could not be verified by facts; the next run tries again',
          toError(error),
        );
      }
    }
  }

  async #verify(ids: readonly string[], judge: FactJudge): Promise<void> {
    const journeys = await readJourneysInHand(this.#db, ids);
    const verdicts = await this.#ask(journeys, judge);
    const now = this.#clock();
    // Asked before the journeys are locked: nobody waits for another backend.
    await this.#db.transaction(async tx => {
      const inHand = await lockJourneys(tx, ids);
      const changed = inHand.filter(journey =>
        factTasksOf(journey)
          .map(task => {
            const verdict = verdicts.get(questionOf(journey, task));
            return verdict && applyVerdict(journey, task, verdict, now);
          })
          .some(Boolean),
      );
      await writeJourneys(tx, changed, { now });
    });
  }

  /** What each question came to, asked once however many journeys it stands in. */
  async #ask(
    journeys: readonly JourneyInHand[],
    judge: FactJudge,
  ): Promise<Map<string, FactVerdict>> {
    const asked = new Map<string, { ref: string; task: FactTask }>();
    for (const journey of journeys) {
      for (const task of factTasksOf(journey)) {
        const ref = subjectOf(journey, task);
        if (ref !== null) {
          asked.set(questionOf(journey, task), { ref, task });
        }
      }
    }
    const entities = await readEntities(
      this.#db,
      [...asked.values()].map(({ ref }) => ref),
    );
    const known = [...asked].flatMap(([question, { ref, task }]) => {
      const copied = entities.get(ref);
      return copied
        ? [{ question, entity: copied.entity, rule: task.verifiedBy.fact }]
        : [];
    });
    const verdicts = known.length > 0 ? await judge.judge(known) : [];
    return new Map(
      known.map(({ question }, index) => [question, verdicts[index]]),
    );
  }
}

function factTasksOf(journey: JourneyInHand): FactTask[] {
  return tasksOf(journey).filter(
    (task): task is FactTask => 'fact' in task.verifiedBy,
  );
}

/** The entity that a rule is about; null where somebody has no team. */
function subjectOf(
  { row }: JourneyInHand,
  { verifiedBy: { of = 'team' } }: FactTask,
): string | null {
  switch (of) {
    case 'newcomer':
      return row.user_ref;
    case 'team':
      return row.team_ref;
    default:
      return of;
  }
}

function questionOf(journey: JourneyInHand, task: FactTask): string {
  return JSON.stringify([subjectOf(journey, task), task.verifiedBy.fact]);
}

/** Whether anything changed. What is not known changes nothing. */
function applyVerdict(
  journey: JourneyInHand,
  task: FactTask,
  verdict: FactVerdict,
  now: number,
): boolean {
  const before = journey.tasks.get(task.id);
  if (!before || verdict.holds === 'unknown') {
    return false;
  }
  if (verdict.holds) {
    const ref = subjectOf(journey, task);
    completeTask(journey, {
      taskId: task.id,
      at: Math.max(now, Number(journey.row.start_at)),
      evidence: {
        by: 'fact',
        title: verdict.reason,
        ...(ref !== null && { entityRefs: [ref] }),
      },
      by: BY,
    });
  }
  const after = journey.tasks.get(task.id)!;
  if (after.done_by === BY && Boolean(after.holds) !== verdict.holds) {
    journey.tasks.set(task.id, { ...after, holds: verdict.holds });
    return true;
  }
  return after !== before;
}
