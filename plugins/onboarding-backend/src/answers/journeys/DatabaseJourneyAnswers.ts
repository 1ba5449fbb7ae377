import { Clock } from '@fairlead/bulk-sql';
import {
  HelpRequest,
  Journey,
  MyJourneys,
  TaskForOther,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { OwnGroups, readOwnGroups } from '../../catalog/memberships';
import { readManagerOf } from '../../catalog/people';
import { isoTime } from '../../database/isoTime';
import {
  createStanding,
  isOfAudience,
  KeptPlans,
  noteSignIn,
  OPEN_STATES,
  readBelongingsOf,
} from '../../records/journeys';
import { readCalls } from '../../records/help';
import { CopiedEntity } from '../../catalog/entities/readEntities';
import { findConcerns } from './findConcerns';
import { findOthers } from './findOthers';
import { findStartable } from './findStartable';
import { JourneyAnswers, Viewer } from './JourneyAnswers';
import { JourneyRow, queryJourneys } from './queryJourneys';
import { JourneyContext, readContext } from './readContext';
import { readSelf } from './readSelf';
import { standJourney, toJourney } from './toJourney';
import { TaskViewer, toTask } from './toTask';

/** So many are remembered as seen. */
const MOST_SEEN = 10_000;

export interface DatabaseJourneyAnswersOptions {
  clock?: Clock;
  db: Knex;
  /** For how many milliseconds back the work of a journey is kept whole. */
  window: number;
}

/** Reads journeys. How many queries that takes does not depend on how many journeys there are. */
export class DatabaseJourneyAnswers implements JourneyAnswers {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #plans: KeptPlans;
  /** Of whom it is stored when they were first seen: that stays. */
  readonly #seen = new Set<string>();
  readonly #window: number;

  static create(
    options: DatabaseJourneyAnswersOptions,
  ): DatabaseJourneyAnswers {
    return new DatabaseJourneyAnswers(options);
  }

  private constructor(options: DatabaseJourneyAnswersOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#plans = KeptPlans.create(options);
    this.#window = options.window;
  }

  async getMine(viewer: Viewer): Promise<MyJourneys> {
    const { ref, visible } = viewer;
    const db = this.#db;
    const now = this.#clock();
    const groupsRead = readOwnGroups(db, [ref]);
    const [tracks, groups, ofOwn, ofOthers] = await Promise.all([
      findStartable(db, visible),
      groupsRead,
      this.#readOwn(viewer, { now }),
      this.#readOthers(viewer, groupsRead),
    ]);
    const { user } = ofOwn;
    const { direct, all } = groups.get(ref)!;
    const belongings = await readBelongingsOf(db, groups, tracks);
    const contexts = [...ofOwn.contexts, ...ofOthers.contexts];
    const seen = contexts.map(context => ({
      context,
      as: seeAs(context, viewer, all),
    }));
    const mine = seen.filter(({ as }) => as.standing.isSelf);
    const notMine = seen.filter(({ context }) => context.row.user_ref !== ref);
    const onTheWay = new Set(
      mine.flatMap(({ context: { row } }) =>
        OPEN_STATES.includes(row.state) ? [row.track_ref] : [],
      ),
    );
    const member = user && { user: user.entity, userRef: ref, groups: direct };
    return {
      userRef: ref,
      ...(!user && { isUnknown: true }),
      journeys: mine.map(({ context, as }) =>
        toJourney(context, as, { now, window: this.#window }),
      ),
      tasksForOthers: notMine.flatMap(({ context, as }) =>
        toTasksForOthers(context, as, { now }),
      ),
      buddyOf: notMine
        .filter(({ as }) => as.standing.buddy === 'accepted')
        .map(({ context }) => ({
          journeyId: context.row.id,
          userRef: context.row.user_ref,
          trackTitle: context.plan.title,
          state: context.row.state,
          progress: standJourney(context, { now }).progress,
        })),
      buddyProposals: notMine
        .filter(({ as }) => as.standing.buddy === 'proposed')
        .map(({ context: { row, plan } }) => ({
          journeyId: row.id,
          userRef: row.user_ref,
          trackTitle: plan.title,
        })),
      helpRequests: ofOthers.calls,
      startable: tracks
        .filter(
          ({ audience, shown }) =>
            member &&
            !onTheWay.has(shown.trackRef) &&
            isOfAudience(audience, member, belongings),
        )
        .map(({ shown }) => shown),
    };
  }

  async #readOwn(
    { ref, byAgent, visible }: Viewer,
    options: { now: number },
  ): Promise<{ contexts: JourneyContext[]; user?: CopiedEntity }> {
    if (!byAgent) {
      await this.#noteSeen(ref, options);
    }
    const { entities, journeys } = await readSelf(this.#db, ref);
    const contexts = await readContext(this.#db, journeys, {
      entities,
      plans: this.#plans,
      visible,
      workOf: [ref],
    });
    return { contexts, user: entities.get(ref) };
  }

  async #noteSeen(ref: string, options: { now: number }): Promise<void> {
    if (this.#seen.has(ref)) {
      return;
    }
    await noteSignIn(this.#db, ref, options);
    if (this.#seen.size >= MOST_SEEN) {
      this.#seen.clear();
    }
    this.#seen.add(ref);
  }

  async #readOthers(
    { ref, visible }: Viewer,
    groupsRead: Promise<ReadonlyMap<string, OwnGroups>>,
  ): Promise<{ contexts: JourneyContext[]; calls: HelpRequest[] }> {
    const db = this.#db;
    const { all } = (await groupsRead).get(ref)!;
    const concerns = await findConcerns(db, ref, { groups: all });
    const [rows, calls] = await Promise.all([
      findOthers(db, ref, concerns),
      concerns.hasCalls ? readCalls(db, [ref, ...all]) : [],
    ]);
    const contexts = await readContext(db, rows, {
      plans: this.#plans,
      visible,
      workOf: [],
    });
    return { contexts, calls };
  }

  async get(id: string, viewer: Viewer): Promise<Journey | undefined> {
    const now = this.#clock();
    const row: JourneyRow | undefined = await queryJourneys(this.#db)
      .where('j.id', id)
      .first();
    if (!row || ![row.user_ref, row.buddy_ref].includes(viewer.ref)) {
      return undefined;
    }
    const [[context], groups] = await Promise.all([
      readContext(this.#db, [row], {
        plans: this.#plans,
        visible: viewer.visible,
        workOf: [row.user_ref],
      }),
      readOwnGroups(this.#db, [viewer.ref]),
    ]);
    const as = seeAs(context, viewer, groups.get(viewer.ref)!.all);
    const { isSelf, buddy } = as.standing;
    return isSelf || buddy
      ? toJourney(context, as, { now, window: this.#window })
      : undefined;
  }
}

/** What whoever looks is to a journey. */
function seeAs(
  { row, plan, track, user, team }: JourneyContext,
  viewer: Viewer,
  groups: readonly string[],
): TaskViewer {
  const standing = createStanding({
    row,
    actor: viewer,
    groups,
    ownerRef: track?.owner_ref || plan.ownerRef,
    uid: user?.uid,
    managerRef: readManagerOf(user?.entity, team),
  });
  return { ref: viewer.ref, standing, byAgent: viewer.byAgent };
}

/** The open tasks of somebody else's journey that are for whoever looks: to do, or as the buddy to look at. */
function toTasksForOthers(
  context: JourneyContext,
  viewer: TaskViewer,
  { now }: { now: number },
): TaskForOther[] {
  const { row, plan } = context;
  const { standing } = viewer;
  return standJourney(context, { now }).milestones.flatMap(({ dueAt, tasks }) =>
    tasks
      .filter(
        ({ task, state }) =>
          state === 'open' &&
          (standing.does(task.for) ||
            ('buddy' in task.verifiedBy && standing.buddy === 'accepted')),
      )
      .map(task => ({
        journeyId: row.id,
        userRef: row.user_ref,
        trackTitle: plan.title,
        task: toTask(task, context, viewer),
        ...(dueAt !== undefined && { dueAt: isoTime(dueAt) }),
      })),
  );
}
