import { NotFoundError } from '@backstage/errors';
import { Clock } from '@fairlead/bulk-sql';
import { unknownEntityMessage } from '@fairlead/catalog-copy';
import {
  CohortEntry,
  tabulate,
  isEnough,
  JourneyTimes,
  showCells,
  showGroups,
  summariseCohort,
  summariseSetup,
  TrackInsights,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DbTrackRow, DbTrackVersionRow } from '../../database/tables';
import {
  JourneyPassage,
  readJourneyTimes,
  readPassages,
  readTravellers,
  Traveller,
} from '../../records/figures';
import { findUnfilled, summariseUnfilled } from './findUnfilled';
import { summariseTasks } from './summariseTasks';

/** Somebody on a track, with when they reached what. */
interface TimedTraveller extends Traveller {
  times: JourneyTimes;
}

export interface DatabaseInsightsOptions {
  clock?: Clock;
  db: Knex;
  timeZone: string;
  /** For how many milliseconds back journeys are told of. */
  window: number;
}

/** How a track goes, of cohorts of five and more. */
export class DatabaseInsights {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #timeZone: string;
  readonly #window: number;

  static create(options: DatabaseInsightsOptions): DatabaseInsights {
    return new DatabaseInsights(options);
  }

  private constructor(options: DatabaseInsightsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#timeZone = options.timeZone;
    this.#window = options.window;
  }

  /** Of the journeys on a track that started within the window, or of those of one team. */
  async get(
    trackRef: string,
    { teamRef, seesRoles }: { teamRef?: string; seesRoles: boolean },
  ): Promise<TrackInsights> {
    const db = this.#db;
    const now = this.#clock();
    const track = await db<DbTrackRow>('tracks')
      .where('track_ref', trackRef)
      .first();
    if (!track) {
      throw new NotFoundError(unknownEntityMessage(trackRef));
    }
    const versions: DbTrackVersionRow[] = await db<DbTrackVersionRow>(
      'track_versions',
    )
      .where('track_ref', trackRef)
      .orderBy('version');
    const all = await readTravellers(db, [trackRef], {
      now,
      timeZone: this.#timeZone,
      window: this.#window,
    });
    // Which cells are told follows from all teams, so that nobody is known by the difference of the answers for two teams,
    // or for a team and the whole track.
    const isShown = showCells(all);
    const line = teamRef === undefined ? {} : { row: teamRef };
    const own = all.filter(
      ({ row }) => teamRef === undefined || row === teamRef,
    );
    const isTold = isShown(line);
    const shown = own.filter(
      ({ column }) => isTold && isShown({ ...line, column }),
    );
    const hidden = new Set(
      own.filter(one => !shown.includes(one)).map(({ person }) => person),
    );
    const passages = await readPassages(db, isTold ? all : [], { now });
    const plans: TrackPlan[] = versions.map(({ plan }) => JSON.parse(plan));
    const timed = await this.#readTimes(teamRef === undefined ? all : shown, {
      now,
    });
    const isOfCohort = new Set(shown.map(({ journey }) => journey.id));
    return {
      trackRef,
      ...(teamRef !== undefined && { teamRef }),
      cohorts: this.#summariseCohorts(
        timed.filter(({ journey }) => isOfCohort.has(journey.id)),
      ),
      ...(isTold && isEnough(hidden) && { hidden: hidden.size }),
      funnel: plans.slice(-1).flatMap(plan => readFunnel(plan, passages, line)),
      tasks: summariseTasks(passages, { of: line, plans }),
      changes: teamRef === undefined ? this.#compare(versions, timed) : [],
      findings: summariseUnfilled(await findUnfilled(db, [trackRef]), {
        of: line,
        toEverybody: !seesRoles,
      }),
    };
  }

  async #readTimes(
    travellers: readonly Traveller[],
    { now }: { now: number },
  ): Promise<TimedTraveller[]> {
    const times = await readJourneyTimes(
      this.#db,
      travellers.map(({ journey }) => journey),
      { now },
    );
    return travellers.map(one => ({
      ...one,
      times: times.get(one.journey.id)!,
    }));
  }

  #summariseCohorts(
    shown: readonly TimedTraveller[],
  ): TrackInsights['cohorts'] {
    const quarters = [...new Set(shown.map(({ column }) => column))];
    return quarters
      .sort()
      .reverse()
      .map(quarter =>
        summariseCohort(
          quarter,
          shown.filter(one => one.column === quarter).map(({ times }) => times),
          { zone: this.#timeZone },
        ),
      );
  }

  /** Those who set out on one version beside those who set out on the one before. */
  #compare(
    versions: readonly DbTrackVersionRow[],
    all: readonly TimedTraveller[],
  ): TrackInsights['changes'] {
    const on = (traveller: TimedTraveller) =>
      versions.findLast(
        ({ at }) => Number(at) <= Number(traveller.journey.created_at),
      )?.version ?? versions[0]?.version;
    const groups = all.map(traveller => ({
      traveller,
      version: on(traveller),
    }));
    const isShown = showGroups(
      groups.map(({ traveller, version }) => ({
        person: traveller.person,
        group: String(version),
      })),
    );
    const timeOf = (version: number) => {
      const { band: _, ...time } = summariseSetup(
        groups
          .filter(one => one.version === version)
          .map(({ traveller }) => traveller.times),
        { zone: this.#timeZone },
      );
      return time;
    };
    return versions
      .slice(1)
      .flatMap(({ version, at }, index) => {
        const before = versions[index].version;
        return isShown(String(before)) && isShown(String(version))
          ? [
              {
                version,
                at: isoTime(at),
                before: timeOf(before),
                after: timeOf(version),
              },
            ]
          : [];
      })
      .reverse();
  }
}

/** How many have settled all that counts of each milestone, of those who have anything of it. */
function readFunnel(
  plan: TrackPlan,
  passages: readonly JourneyPassage[],
  of: { row?: string },
): TrackInsights['funnel'] {
  return plan.milestones.flatMap(({ id: milestoneId, title }) => {
    const journeys = new Map<string, CohortEntry & { isReached: boolean }>();
    for (const passage of passages) {
      if (passage.milestoneId === milestoneId && !passage.isOptional) {
        const { journeyId, state } = passage;
        const { isReached = true } = journeys.get(journeyId) ?? {};
        journeys.set(journeyId, {
          ...passage,
          isReached: isReached && state !== 'open',
        });
      }
    }
    const met = tabulate([...journeys.values()])(of);
    const reached = met.filter(({ isReached }) => isReached).length;
    return met.length > 0
      ? [{ milestoneId, title, reached, n: met.length }]
      : [];
  });
}
