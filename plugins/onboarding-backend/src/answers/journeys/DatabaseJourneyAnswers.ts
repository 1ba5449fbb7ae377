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
import { DbJourneyRow } from '../../database/tables';
import {
  createStanding,
  isOfAudience,
  noteSignIn,
  OPEN_STATES,
  readBelongingsOf,
} from '../../records/journeys';
import { readCalls } from '../../records/help';
import { readEntities } from '../../catalog/entities/readEntities';
import { findManaged, findOthers, findOwn } from './findMine';
import { findStartable } from './findStartable';
import { JourneyAnswers, Viewer } from './JourneyAnswers';
import { JourneyContext, readContext } from './readContext';
import { standJourney, toJourney } from './toJourney';
import { TaskViewer, toTask } from './toTask';

/** Reads journeys. How many queries that takes does not depend on how many journeys there are. */
export class DatabaseJourneyAnswers implements JourneyAnswers {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): DatabaseJourneyAnswers {
    return new DatabaseJourneyAnswers(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  async getMine(viewer: Viewer): Promise<MyJourneys> {
    const { ref, visible } = viewer;
    const db = this.#db;
    const now = this.#clock();
    const groupsRead = readOwnGroups(db, [ref]);
    const [tracks, entities, groups, ofOwn, ofOthers] = await Promise.all([
      findStartable(db, visible),
      readEntities(db, [ref]),
      groupsRead,
      this.#readOwn(viewer, { now }),
      this.#readOthers(viewer, groupsRead),
    ]);
    const user = entities.get(ref);
    const { direct, all } = groups.get(ref)!;
    const belongings = await readBelongingsOf(db, groups, tracks);
    const contexts = [...ofOwn, ...ofOthers.contexts];
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
      journeys: mine.map(({ context, as }) => toJourney(context, as, { now })),
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
    { now }: { now: number },
  ): Promise<JourneyContext[]> {
    if (!byAgent) {
      await noteSignIn(this.#db, ref, { now });
    }
    return readContext(this.#db, await findOwn(this.#db, ref), {
      visible,
      workOf: [ref],
    });
  }

  async #readOthers(
    { ref, visible }: Viewer,
    groupsRead: Promise<ReadonlyMap<string, OwnGroups>>,
  ): Promise<{ contexts: JourneyContext[]; calls: HelpRequest[] }> {
    const db = this.#db;
    const [managed, groups] = await Promise.all([
      findManaged(db, ref),
      groupsRead,
    ]);
    const { all } = groups.get(ref)!;
    const [rows, calls] = await Promise.all([
      findOthers(db, ref, { groups: all, managed }),
      readCalls(db, [ref, ...all]),
    ]);
    const contexts = await readContext(db, rows, { visible, workOf: [] });
    return { contexts, calls };
  }

  async get(id: string, viewer: Viewer): Promise<Journey | undefined> {
    const now = this.#clock();
    const row = await this.#db<DbJourneyRow>('journeys').where({ id }).first();
    if (!row || ![row.user_ref, row.buddy_ref].includes(viewer.ref)) {
      return undefined;
    }
    const [[context], groups] = await Promise.all([
      readContext(this.#db, [row], {
        visible: viewer.visible,
        workOf: [row.user_ref],
      }),
      readOwnGroups(this.#db, [viewer.ref]),
    ]);
    const as = seeAs(context, viewer, groups.get(viewer.ref)!.all);
    const { isSelf, buddy } = as.standing;
    return isSelf || buddy ? toJourney(context, as, { now }) : undefined;
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
