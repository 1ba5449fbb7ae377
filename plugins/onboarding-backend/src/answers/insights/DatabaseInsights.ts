import { NotFoundError } from '@backstage/errors';
import { Clock } from '@fairlead/bulk-sql';
import { unknownEntityMessage } from '@fairlead/catalog-copy';
import {
  isEnough,
  JourneyTimes,
  quarterOf,
  SMALLEST_COHORT,
  showCells,
  showGroups,
  summariseCohort,
  summariseSetup,
  TrackInsights,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import {
  DbJourneyRow,
  DbTrackRow,
  DbTrackVersionRow,
} from '../../database/tables';
import {
  JourneyPassage,
  readJourneyTimes,
  readPassages,
} from '../../records/figures';
import { findUnfilled } from './findUnfilled';
import { keepOfTeam } from './keepOfTeam';
import { summariseTasks } from './summariseTasks';

/** Somebody on a track, with the groups that figures are told of. */
interface Traveller {
  row: DbJourneyRow;
  times: JourneyTimes;
  quarter: string;
  team: string;
}

/** How a track goes, of cohorts of five and more. */
export class DatabaseInsights {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #timeZone: string;

  static create(options: {
    clock?: Clock;
    db: Knex;
    timeZone: string;
  }): DatabaseInsights {
    return new DatabaseInsights(options);
  }

  private constructor(options: { clock?: Clock; db: Knex; timeZone: string }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#timeZone = options.timeZone;
  }

  /** Of all journeys on a track, or of those of one team. */
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
    const all = await this.#readTravellers(trackRef, { now });
    // Told or not is decided of all, so that what is told of one team and of the track tells nothing together.
    const isShown = showCells(
      all.map(({ row, team, quarter }) => ({
        person: row.user_ref,
        row: team,
        column: quarter,
      })),
    );
    const line = teamRef === undefined ? {} : { row: teamRef };
    const own = all.filter(
      ({ team }) => teamRef === undefined || team === teamRef,
    );
    const told = isShown(line) ? own : [];
    const shown = own.filter(({ quarter }) =>
      isShown({ ...line, column: quarter }),
    );
    const passages = await this.#readPassages(told.length > 0 ? all : [], {
      teamRef,
      now,
    });
    const plan: TrackPlan | undefined =
      versions.length > 0 ? JSON.parse(versions.at(-1)!.plan) : undefined;
    const hidden = new Set(
      own.filter(one => !shown.includes(one)).map(one => one.row.user_ref),
    );
    return {
      trackRef,
      ...(teamRef !== undefined && { teamRef }),
      cohorts: this.#summariseCohorts(shown),
      ...(told.length > 0 && isEnough(hidden) && { hidden: hidden.size }),
      funnel: plan ? readFunnel(plan, passages.ofMilestones) : [],
      tasks: summariseTasks(passages.ofTasks, readPlanned(versions)),
      changes: teamRef === undefined ? this.#compare(versions, all) : [],
      findings: (
        await findUnfilled(
          db,
          own.map(({ row }) => row),
        )
      ).filter(({ journeys }) => seesRoles || journeys >= SMALLEST_COHORT),
    };
  }

  async #readTravellers(
    trackRef: string,
    { now }: { now: number },
  ): Promise<Traveller[]> {
    const rows: DbJourneyRow[] = await this.#db<DbJourneyRow>('journeys')
      .where('track_ref', trackRef)
      .where('start_at', '<=', now)
      .orderBy(['start_at', 'id']);
    const times = await readJourneyTimes(this.#db, rows, { now });
    return rows.map(row => ({
      row,
      times: times.get(row.id)!,
      quarter: quarterOf(Number(row.start_at), this.#timeZone),
      team: row.team_ref ?? '',
    }));
  }

  /** What happened on the way, as far as it may be told by task and by milestone. */
  async #readPassages(
    all: readonly Traveller[],
    { teamRef, now }: { teamRef?: string; now: number },
  ): Promise<{ ofTasks: JourneyPassage[]; ofMilestones: JourneyPassage[] }> {
    const passages = await readPassages(
      this.#db,
      all.map(({ row }) => row),
      { now },
    );
    if (teamRef === undefined) {
      return { ofTasks: passages, ofMilestones: passages };
    }
    const teamOf = new Map(all.map(({ row, team }) => [row.id, team]));
    return {
      ofTasks: keepOfTeam(passages, {
        teamRef,
        teamOf,
        partOf: ({ taskId }) => taskId,
        isCounted: ({ isDone, openSince }) => isDone || openSince !== undefined,
      }),
      ofMilestones: keepOfTeam(passages, {
        teamRef,
        teamOf,
        partOf: ({ milestoneId }) => milestoneId,
        isCounted: ({ isOptional }) => !isOptional,
      }),
    };
  }

  #summariseCohorts(shown: readonly Traveller[]): TrackInsights['cohorts'] {
    const quarters = [...new Set(shown.map(({ quarter }) => quarter))];
    return quarters
      .sort()
      .reverse()
      .map(quarter =>
        summariseCohort(
          quarter,
          shown
            .filter(one => one.quarter === quarter)
            .map(({ times }) => times),
          { zone: this.#timeZone },
        ),
      );
  }

  /** Those who set out on one version beside those who set out on the one before. */
  #compare(
    versions: readonly DbTrackVersionRow[],
    all: readonly Traveller[],
  ): TrackInsights['changes'] {
    const on = (traveller: Traveller) =>
      versions.findLast(
        ({ at }) => Number(at) <= Number(traveller.row.created_at),
      )?.version ?? versions[0]?.version;
    const groups = all.map(traveller => ({
      traveller,
      version: on(traveller),
    }));
    const isShown = showGroups(
      groups.map(({ traveller, version }) => ({
        person: traveller.row.user_ref,
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

/** The tasks of all versions by their ids, as the newest that has them names them. */
function readPlanned(versions: readonly DbTrackVersionRow[]) {
  return new Map(
    versions.flatMap(({ plan }) =>
      (JSON.parse(plan) as TrackPlan).milestones.flatMap(({ tasks }) =>
        tasks.map(task => [task.id, task] as const),
      ),
    ),
  );
}

/** How many have settled all that counts of each milestone, of those who have anything of it. */
function readFunnel(
  plan: TrackPlan,
  passages: readonly JourneyPassage[],
): TrackInsights['funnel'] {
  return plan.milestones.flatMap(({ id: milestoneId, title }) => {
    const open = new Map<string, { person: string; isReached: boolean }>();
    for (const one of passages) {
      if (one.milestoneId === milestoneId && !one.isOptional) {
        const before = open.get(one.journeyId)?.isReached ?? true;
        open.set(one.journeyId, {
          person: one.person,
          isReached: before && one.state !== 'open',
        });
      }
    }
    const met = [...open.values()];
    return isEnough(met.map(({ person }) => person))
      ? [
          {
            milestoneId,
            title,
            reached: met.filter(({ isReached }) => isReached).length,
            n: met.length,
          },
        ]
      : [];
  });
}
