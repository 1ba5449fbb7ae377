import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { changeInTurn } from '@fairlead/database-health';
import {
  generateTasks,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyRow, DbJourneyTaskRow } from '../../database/tables';
import {
  lockJourneys,
  OPEN_STATES,
  openTask,
  readPlans,
  replanTask,
  versionKey,
  writeJourneys,
} from '../../records/journeys';
import { readHandover } from './readHandover';
import { readTeamCatalog, TeamContents } from './readTeamCatalog';

const PAGE_SIZE = 100;

/** Whoever is killed over a page leaves it to be done after this. */
const LEASE = 15 * 60_000;

/** The journeys of one run have few teams. */
type Teams = Map<string, TeamContents>;

/**
 * Looks for what the catalog adds to journeys, where something of their teams changed. What is new appears, and what the
 * team has no more goes, unless it is done.
 *
 * @remarks
 *
 * A change meanwhile makes a journey due once more. It may run on any replica, on two at once, and die at any point.
 */
export class TaskGenerating {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): TaskGenerating {
    return new TaskGenerating(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  /** Looks at all journeys that are due. */
  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const now = this.#clock();
    let count = PAGE_SIZE;
    while (count === PAGE_SIZE && !options.signal?.aborted) {
      count = await this.#generatePage(now);
    }
  }

  async #generatePage(now: number): Promise<number> {
    const leasedUntil = now + LEASE;
    const due = await this.#lease({ now, leasedUntil });
    if (due.length === 0) {
      return 0;
    }
    // Read after the lease: what changes from now on makes a journey due before the lease ends.
    const teams: Teams = new Map();
    const plans = await readPlans(this.#db, due);
    const generated = new Map<string, DbJourneyTaskRow[]>();
    for (const row of due.filter(({ state }) => OPEN_STATES.includes(state))) {
      const plan = plans.get(versionKey(row))!;
      generated.set(row.id, await this.#generate(row, plan, { teams, now }));
    }
    await changeInTurn(this.#db, async tx => {
      const locked = await lockJourneys(tx, [...generated.keys()]);
      const changed = locked.filter(journey => {
        // Moved meanwhile: it is due again for the plan that it has now.
        const isAsRead = due.some(
          ({ id, version }) =>
            id === journey.row.id && version === journey.row.version,
        );
        return isAsRead && apply(journey, generated.get(journey.row.id)!);
      });
      await writeJourneys(tx, changed, { now });
      const done = tx<DbJourneyRow>('journeys')
        .where('generate_at', leasedUntil)
        .update({ generate_at: null });
      whereOneOf(
        done,
        'id',
        due.map(({ id }) => id),
      );
      await done;
    });
    return due.length;
  }

  /** Takes journeys in hand; whoever is killed over them leaves them due when the lease ends. */
  async #lease(options: {
    now: number;
    leasedUntil: number;
  }): Promise<DbJourneyRow[]> {
    const { now, leasedUntil } = options;
    const ids: string[] = await this.#db<DbJourneyRow>('journeys')
      .where('generate_at', '<=', now)
      .orderBy(['generate_at', 'id'])
      .limit(PAGE_SIZE)
      .pluck('id');
    const query = this.#db<DbJourneyRow>('journeys')
      .where('generate_at', '<=', now)
      .update({ generate_at: leasedUntil })
      .returning('*');
    whereOneOf(query, 'id', ids);
    return query;
  }

  async #generate(
    row: DbJourneyRow,
    plan: TrackPlan,
    { teams, now }: { teams: Teams; now: number },
  ): Promise<DbJourneyTaskRow[]> {
    const { team_ref: teamRef, user_ref: userRef } = row;
    if (
      teamRef === null ||
      plan.milestones.every(({ generate }) => generate.length === 0)
    ) {
      return [];
    }
    const contents =
      teams.get(teamRef) ?? (await readTeamCatalog(this.#db, teamRef));
    teams.set(teamRef, contents);
    const handover =
      plan.purpose === 'handover'
        ? await readHandover(this.#db, userRef, { now })
        : undefined;
    const tasks = new Map<string, DbJourneyTaskRow>();
    for (const { id, generate } of plan.milestones) {
      const added = generateTasks(generate, {
        ...contents,
        purpose: plan.purpose,
        teamRef,
        userRef,
        ...(handover && { handover }),
      });
      added
        .filter(task => !tasks.has(task.id))
        .forEach((task, position) =>
          tasks.set(
            task.id,
            openTask(row.id, task, {
              milestoneId: id,
              position,
              isGenerated: true,
            }),
          ),
        );
    }
    return [...tasks.values()];
  }
}

/** Puts the tasks of the catalog into a journey; answers whether that changed anything. */
function apply(
  journey: { tasks: Map<string, DbJourneyTaskRow> },
  generated: readonly DbJourneyTaskRow[],
): boolean {
  const { tasks } = journey;
  const ids = new Set(generated.map(task => task.task_id));
  let isChanged = false;
  const set = (task: DbJourneyTaskRow) => {
    tasks.set(task.task_id, task);
    isChanged = true;
  };
  for (const task of generated) {
    const stored = tasks.get(task.task_id);
    if (!stored || (stored.generated !== null && differs(stored, task))) {
      set(replanTask(stored, task));
    }
  }
  for (const task of [...tasks.values()]) {
    const isLeft = task.state === 'done' || task.state === 'gone';
    if (task.generated !== null && !ids.has(task.task_id) && !isLeft) {
      set({ ...task, state: 'gone' });
    }
  }
  return isChanged;
}

function differs(stored: DbJourneyTaskRow, task: DbJourneyTaskRow): boolean {
  return (
    stored.state === 'gone' ||
    stored.generated !== task.generated ||
    stored.milestone_id !== task.milestone_id ||
    stored.position !== task.position
  );
}
