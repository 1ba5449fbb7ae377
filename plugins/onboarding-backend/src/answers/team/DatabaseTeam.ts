import { Clock } from '@fairlead/bulk-sql';
import {
  tabulate,
  JourneyTimes,
  summariseSetup,
  summariseTimes,
  TeamJourney,
  TeamOnboarding,
  timeSeen,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import {
  CopiedEntity,
  readEntities,
} from '../../catalog/entities/readEntities';
import { readManagerOf } from '../../catalog/people';
import { DbJourneyRow } from '../../database/tables';
import {
  findTracksOfTeams,
  readJourneyTimes,
  readOnTheWay,
  readPassagesBeside,
  readTravellers,
} from '../../records/figures';
import { readCalls } from '../../records/help';
import {
  createStanding,
  OPEN_STATES,
  readPlans,
  versionKey,
} from '../../records/journeys';
import { findUnfilled, summariseTasks, summariseUnfilled } from '../insights';
import { Viewpoint } from '../standpoint';

/** A journey of somebody of the team. */
interface TeamRow extends DbJourneyRow {
  title: string;
}

export interface DatabaseTeamOptions {
  clock?: Clock;
  db: Knex;
  timeZone: string;
  /** For how many milliseconds back journeys are told of. */
  window: number;
}

/** How those of a team get on, as far as somebody may know. */
export class DatabaseTeam {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #timeZone: string;
  readonly #window: number;

  static create(options: DatabaseTeamOptions): DatabaseTeam {
    return new DatabaseTeam(options);
  }

  private constructor(options: DatabaseTeamOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#timeZone = options.timeZone;
    this.#window = options.window;
  }

  async get(teamRef: string, viewer: Viewpoint): Promise<TeamOnboarding> {
    const db = this.#db;
    const now = this.#clock();
    const rows: TeamRow[] = await db('journeys as j')
      .join('tracks as t', 't.track_ref', 'j.track_ref')
      .where('j.team_ref', teamRef)
      .where('j.created_at', '>', now - this.#window)
      .orderBy([{ column: 'j.start_at', order: 'desc' }, 'j.id'])
      .select('j.*', 't.title');
    const going = rows.filter(({ state }) => OPEN_STATES.includes(state));
    const entities = await readEntities(db, [
      teamRef,
      ...rows.map(row => row.user_ref),
    ]);
    const seen = rows.filter(row => isSeen(row, viewer, entities));
    const team = entities.get(teamRef)?.entity;
    const isOfTeam =
      viewer.mayAny ||
      viewer.groups.includes(teamRef) ||
      readManagerOf(undefined, team) === viewer.ref;
    const tracks = [...new Set(going.map(row => row.track_ref))];
    const [figures, unfilled, onTheWay, helpRequests] = await Promise.all([
      viewer.seesFigures ? this.#readFigures(teamRef, { now }) : { tasks: [] },
      findUnfilled(db, tracks),
      readOnTheWay(db, tracks),
      readCalls(db, [viewer.ref, ...viewer.groups], { teamRef }),
    ]);
    const isCountTold =
      going.every(row => seen.includes(row)) ||
      tabulate(onTheWay)({ row: teamRef }).length ===
        onTheWay.filter(({ row }) => row === teamRef).length;
    return {
      teamRef,
      journeys: seen.filter(isTold).map(toTeamJourney),
      ...(isCountTold && { onTheWay: going.length }),
      ...figures,
      rolesUnfilled: summariseUnfilled(unfilled, {
        of: { row: teamRef },
        toEverybody: !isOfTeam,
      }).map(({ role, journeys }) => ({ role, journeys })),
      helpRequests,
    };
  }

  /** Of those who came on the tracks for newcomers, as far as the insights of each track tell of the team. */
  async #readFigures(
    teamRef: string,
    { now }: { now: number },
  ): Promise<Pick<TeamOnboarding, 'setup' | 'mergedChange' | 'tasks'>> {
    const db = this.#db;
    const options = { now, timeZone: this.#timeZone, window: this.#window };
    const tracks = await findTracksOfTeams(db, [teamRef], options);
    const all = await readTravellers(db, tracks, options);
    const told = tabulate(all)({ row: teamRef });
    if (told.length === 0) {
      return { tasks: [] };
    }
    const journeys = told.map(({ journey }) => journey);
    const isOfThese = new Set(told.map(({ track }) => track));
    const [byJourney, passages, plans] = await Promise.all([
      readJourneyTimes(db, journeys, { now }),
      readPassagesBeside(db, told, {
        all: all.filter(({ track }) => isOfThese.has(track)),
        now,
      }),
      readPlans(db, journeys),
    ]);
    const times = journeys.map(({ id }) => byJourney.get(id)!);
    return {
      setup: summariseSetup(times, { zone: this.#timeZone }),
      mergedChange: summariseMerged(times),
      tasks: summariseTasks(passages, {
        of: { row: teamRef },
        plans: journeys.map(row => plans.get(versionKey(row))!),
      }),
    };
  }
}

function summariseMerged(all: readonly JourneyTimes[]) {
  return summariseTimes(
    all.map(({ person, startAt, mergedChangeAt, until }) =>
      timeSeen({ person, from: startAt, at: mergedChangeAt, until }),
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
