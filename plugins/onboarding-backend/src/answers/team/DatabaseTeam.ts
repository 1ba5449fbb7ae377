import { Clock } from '@fairlead/bulk-sql';
import {
  isEnough,
  JourneyTimes,
  SMALLEST_COHORT,
  showGroups,
  summariseSetup,
  summariseTimes,
  TeamJourney,
  TeamOnboarding,
  timeSeen,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { readManagerOf } from '../../catalog/people';
import { DbJourneyRow } from '../../database/tables';
import { readJourneyTimes, readPassages } from '../../records/figures';
import { readCalls } from '../../records/help';
import {
  createStanding,
  OPEN_STATES,
  readPlans,
  versionKey,
} from '../../records/journeys';
import {
  CopiedEntity,
  readEntities,
} from '../../catalog/entities/readEntities';
import { findUnfilled, summariseTasks } from '../insights';
import { Viewpoint } from '../standpoint';

const YEAR = 365 * 24 * 3_600_000;

/** A journey of somebody of the team. */
interface TeamRow extends DbJourneyRow {
  title: string;
  purpose: string;
}

/** How those of a team get on, as far as somebody may know. */
export class DatabaseTeam {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #timeZone: string;

  static create(options: {
    clock?: Clock;
    db: Knex;
    timeZone: string;
  }): DatabaseTeam {
    return new DatabaseTeam(options);
  }

  private constructor(options: { clock?: Clock; db: Knex; timeZone: string }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#timeZone = options.timeZone;
  }

  async get(teamRef: string, viewer: Viewpoint): Promise<TeamOnboarding> {
    const db = this.#db;
    const now = this.#clock();
    const rows: TeamRow[] = await db('journeys as j')
      .join('tracks as t', 't.track_ref', 'j.track_ref')
      .where('j.team_ref', teamRef)
      .where('j.created_at', '>', now - YEAR)
      .orderBy([{ column: 'j.start_at', order: 'desc' }, 'j.id'])
      .select('j.*', 't.title', 't.purpose');
    const going = rows.filter(({ state }) => OPEN_STATES.includes(state));
    const entities = await readEntities(db, [
      teamRef,
      ...rows.map(row => row.user_ref),
    ]);
    const seen = rows.filter(row => isSeen(row, viewer, entities));
    const seesAll = going.every(row => seen.includes(row));
    const team = entities.get(teamRef)?.entity;
    const isOfTeam =
      viewer.mayAny ||
      viewer.groups.includes(teamRef) ||
      readManagerOf(undefined, team) === viewer.ref;
    const [figures, unfilled, helpRequests] = await Promise.all([
      viewer.seesFigures ? this.#readFigures(rows, { now }) : { tasks: [] },
      findUnfilled(db, going),
      readCalls(db, [viewer.ref, ...viewer.groups], { teamRef }),
    ]);
    return {
      teamRef,
      journeys: seen.filter(isTold).map(toTeamJourney),
      ...((seesAll || isEnough(going.map(row => row.user_ref))) && {
        onTheWay: going.length,
      }),
      ...figures,
      rolesUnfilled: unfilled
        .filter(({ journeys }) => isOfTeam || journeys >= SMALLEST_COHORT)
        .map(({ role, journeys }) => ({ role, journeys })),
      helpRequests,
    };
  }

  /** Of those who came: each person once, by the first track of theirs for newcomers. */
  async #readFigures(
    rows: readonly TeamRow[],
    { now }: { now: number },
  ): Promise<Pick<TeamOnboarding, 'setup' | 'mergedChange' | 'tasks'>> {
    const firsts = new Map<string, TeamRow>();
    for (const row of [...rows].reverse()) {
      if (row.purpose === 'onboarding' && Number(row.start_at) <= now) {
        firsts.set(row.user_ref, firsts.get(row.user_ref) ?? row);
      }
    }
    // Beside the insights of each track, the sum of the team must not tell of those on a track that few are on.
    const isShown = showGroups(
      [...firsts.values()].map(row => ({
        person: row.user_ref,
        group: row.track_ref,
      })),
    );
    const few = [...firsts.values()].filter(row => !isShown(row.track_ref));
    const told = [...firsts.values()].filter(
      row => isShown(row.track_ref) || isEnough(few.map(one => one.user_ref)),
    );
    if (!isEnough(told.map(row => row.user_ref))) {
      return { tasks: [] };
    }
    const [times, passages, plans] = await Promise.all([
      readJourneyTimes(this.#db, told, { now }),
      readPassages(this.#db, told, { now }),
      readPlans(this.#db, told),
    ]);
    const all = told.flatMap(({ id }) => times.get(id) ?? []);
    return {
      setup: summariseSetup(all, { zone: this.#timeZone }),
      mergedChange: summariseMerged(all),
      tasks: summariseTasks(
        passages,
        readPlanned(told.map(row => plans.get(versionKey(row))!)),
      ),
    };
  }
}

function summariseMerged(all: readonly JourneyTimes[]) {
  return summariseTimes(
    all.map(({ startAt, mergedChangeAt, until }) =>
      timeSeen({ from: startAt, at: mergedChangeAt, until }),
    ),
  );
}

function readPlanned(plans: readonly TrackPlan[]) {
  return new Map(
    plans.flatMap(({ milestones }) =>
      milestones.flatMap(({ tasks }) =>
        tasks.map(task => [task.id, task] as const),
      ),
    ),
  );
}

/** Oneself, one's direct reports, and whom one goes along with. */
function isSeen(
  row: DbJourneyRow,
  { ref, groups, mayAny }: Viewpoint,
  entities: ReadonlyMap<string, CopiedEntity>,
): boolean {
  const user = entities.get(row.user_ref);
  const team = entities.get(row.team_ref!)?.entity;
  const { isSelf, isManager, buddy } = createStanding({
    row,
    actor: { ref, mayAny },
    groups,
    ownerRef: '',
    uid: user?.uid,
    managerRef: readManagerOf(user?.entity, team),
  });
  return isSelf || isManager || buddy !== undefined;
}

/** Whoever left, or gave up, is told of to nobody. */
function isTold({ state }: DbJourneyRow): boolean {
  return state !== 'ended';
}

/** The day of the start, and no more: the time may be that of somebody's first visit. */
function toTeamJourney(row: TeamRow): TeamJourney {
  const day = new Date(Number(row.start_at)).toISOString().slice(0, 10);
  return {
    userRef: row.user_ref,
    trackRef: row.track_ref,
    title: row.title,
    state: row.state,
    startAt: `${day}T00:00:00.000Z`,
  };
}
