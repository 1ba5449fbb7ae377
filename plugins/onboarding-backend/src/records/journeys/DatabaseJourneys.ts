import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Clock, isPostgres } from '@fairlead/bulk-sql';
import { changeInTurn } from '@fairlead/database-health';
import {
  AnswerBuddy,
  EndJourney,
  JourneyReceipt,
  WaiveTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { readOwnGroups } from '../../catalog/memberships';
import {
  DbEntityRow,
  DbJourneyRow,
  DbJourneyTaskRow,
} from '../../database/tables';
import { isoTime } from '../../database/isoTime';
import { readEntities } from '../../catalog/entities/readEntities';
import { readSignIn } from './readSignIn';
import {
  assertGoesOn,
  assertMayComplete,
  assertUnlocked,
  mayWaive,
} from './assertMay';
import { beginJourney } from './beginJourney';
import { changeBuddy } from './changeBuddy';
import { chooseStart } from './chooseStart';
import { completeTask } from './completeTask';
import { findTeams, isOfAudience } from './findTeams';
import { JourneyInHand, lockJourneys } from './JourneyInHand';
import {
  JourneyActor,
  JourneyRequest,
  Journeys,
  ToldCompletion,
} from './Journeys';
import { moveJourney } from './moveJourney';
import { readBelongings } from './readBelongings';
import { Standing } from './createStanding';
import { readStanding } from './readStanding';
import { CurrentTrack, readTracks } from './readTracks';
import { OPEN_STATES } from './states';
import { toReceipt } from './toReceipt';
import { writeJourneys } from './writeJourneys';

const DAY = 24 * 3_600_000;

/** Two years: a start that lies farther away is a slip of the keyboard. */
const FAR = 2 * 365 * DAY;

/** Of a change of a journey in hand. */
interface Change {
  tx: Knex.Transaction;
  journey: JourneyInHand;
  standing: Standing;
  now: number;
}

export class DatabaseJourneys implements Journeys {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): DatabaseJourneys {
    return new DatabaseJourneys(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  async start(request: JourneyRequest, actor: JourneyActor) {
    const { trackRef, userRef } = request;
    const now = this.#clock();
    assertNear(request.startAt, now);
    return changeInTurn(this.#db, async tx => {
      await lockUser(tx, userRef);
      const [track] = await readTracks(tx, { trackRefs: [trackRef] });
      if (!track) {
        throw new NotFoundError(
          isolated`There is no track '${trackRef}' that can be begun, or you may not see it`,
        );
      }
      const user = (await readEntities(tx, [userRef])).get(userRef);
      if (!user) {
        throw new NotFoundError(isolated`There is no user '${userRef}'`);
      }
      const belongings = await readBelongings(tx, [userRef], [track]);
      const member = {
        user: user.entity,
        userRef,
        groups: belongings.groupsOf.get(userRef)!,
      };
      const isOfIt = isOfAudience(track.audience, member, belongings);
      const by = await decideStart(tx, { track, userRef, isOfIt, actor });
      const before = await findOpen(tx, { trackRef, userRef, uid: user.uid });
      if (before) {
        return { journey: toReceipt(before), isNew: false };
      }
      const [team] = [
        ...findTeams(track.audience, member, belongings),
        ...member.groups,
      ];
      const start = chooseStart({
        user: user.entity,
        told: request.startAt,
        signInAt: await readSignIn(tx, userRef),
        joinedAt: now,
      });
      const { id } = await beginJourney(
        tx,
        {
          trackRef,
          version: track.version,
          plan: track.plan,
          userRef,
          userUid: user.uid,
          teamRef: team,
          occasion:
            by === 'self'
              ? `self:${await countOwn(tx, { trackRef, userRef })}`
              : `assign:${randomUUID()}`,
          startedBy: by,
          ...start,
        },
        { now },
      );
      return { journey: { id, trackRef, userRef }, isNew: true };
    });
  }

  async complete(
    id: string,
    taskId: string,
    { url, at }: ToldCompletion,
    actor: JourneyActor,
  ) {
    return this.#change(id, actor, ({ journey, standing, now }) => {
      const task = findTask(journey, taskId);
      assertMayComplete(task, standing, actor);
      assertWithinJourney(at, journey, now);
      if (task.state === 'done') {
        return false;
      }
      assertGoesOn(journey);
      assertUnlocked(journey, taskId);
      const by = task.verification === 'buddy' ? 'buddy' : 'self';
      return completeTask(journey, {
        taskId,
        at: at ?? now,
        evidence: { by, ...(url !== undefined && { url }) },
        by: actor.ref,
      });
    });
  }

  async waive(
    id: string,
    taskId: string,
    { reason, notApplicable = false }: WaiveTask,
    actor: JourneyActor,
  ) {
    return this.#change(id, actor, ({ journey, standing, now }) => {
      const task = findTask(journey, taskId);
      if (!mayWaive(task, standing, actor)) {
        throw new NotAllowedError(
          'Tasks that count are waived by the buddy, and by those who answer for the track, in person',
        );
      }
      assertGoesOn(journey);
      if (task.state === 'done') {
        if (!standing.isSelf && standing.buddy !== 'accepted') {
          // Those who answer for the track see no task's state, so no error tells it either.
          return false;
        }
        throw new ConflictError(
          isolated`The task '${taskId}' is done already; there is nothing to waive`,
        );
      }
      const state = notApplicable ? 'na' : 'waived';
      if (task.state === state && task.waive_reason === reason) {
        return false;
      }
      journey.tasks.set(taskId, {
        ...task,
        state,
        waive_reason: reason,
        waived_at: task.waived_at ?? now,
      });
      return true;
    });
  }

  async move(id: string, actor: JourneyActor) {
    return this.#change(id, actor, async ({ tx, journey, standing, now }) => {
      assertMayLead(standing, 'move it to another version');
      assertGoesOn(journey);
      const [track] = await readTracks(tx, {
        trackRefs: [journey.row.track_ref],
      });
      if (!track || track.version <= journey.row.version) {
        return false;
      }
      if (journey.row.state === 'finished') {
        throw new ConflictError(
          isolated`The journey '${id}' is finished; begin another one to see what is new`,
        );
      }
      await moveJourney(tx, journey, { ...track, now });
      return true;
    });
  }

  async end(id: string, { reason }: EndJourney, actor: JourneyActor) {
    return this.#change(id, actor, ({ journey, standing, now }) => {
      assertMayLead(standing, 'end it');
      if (journey.row.state === 'ended') {
        return false;
      }
      journey.row = {
        ...journey.row,
        ended_at: now,
        end_reason: reason ?? null,
      };
      return true;
    });
  }

  async answerBuddy(id: string, answer: AnswerBuddy, actor: JourneyActor) {
    return this.#change(id, actor, ({ tx, journey, standing }) =>
      changeBuddy(tx, journey, { answer, actor, standing }),
    );
  }

  /** Changes a journey, where somebody has anything to do with it. */
  async #change(
    id: string,
    actor: JourneyActor,
    change: (options: Change) => boolean | Promise<boolean>,
  ): Promise<JourneyReceipt> {
    const now = this.#clock();
    return changeInTurn(this.#db, async tx => {
      const [journey] = await lockJourneys(tx, [id]);
      const standing = journey && (await readStanding(tx, journey, actor));
      if (!standing) {
        throw unknownJourney(id);
      }
      if (await change({ tx, journey, standing, now })) {
        await writeJourneys(tx, [journey], { now });
      }
      return toReceipt(journey.row);
    });
  }
}

/** The one error for a journey that does not exist and for one that is no business of the caller's. */
export function unknownJourney(id: string): NotFoundError {
  return new NotFoundError(
    isolated`There is no journey '${id}', or you may not see it`,
  );
}

/** Throws a NotFoundError for a task that the journey does not have. */
function findTask(journey: JourneyInHand, taskId: string): DbJourneyTaskRow {
  const task = journey.tasks.get(taskId);
  const planned = journey.plan.milestones.some(({ tasks }) =>
    tasks.some(({ id }) => id === taskId),
  );
  if (!task || task.state === 'gone' || !(planned || task.generated)) {
    throw new NotFoundError(
      isolated`The journey '${journey.row.id}' has no task '${taskId}'; read the journey for its tasks`,
    );
  }
  return task;
}

function assertMayLead(standing: Standing, what: string): void {
  if (!standing.isSelf && !standing.answersForTrack) {
    throw new NotAllowedError(
      `Only whoever is on the journey, and those who answer for its track, may ${what}`,
    );
  }
}

/** How a journey starts that somebody asks for. Throws a NotAllowedError for who may not begin it. */
async function decideStart(
  tx: Knex,
  options: {
    track: CurrentTrack;
    userRef: string;
    isOfIt: boolean;
    actor: JourneyActor;
  },
): Promise<'self' | 'assignment'> {
  const { track, userRef, isOfIt, actor } = options;
  if (actor.ref === userRef && isOfIt && track.starts.includes('self')) {
    return 'self';
  }
  if (!(await answersFor(tx, track, actor))) {
    throw new NotAllowedError(
      actor.ref === userRef
        ? isolated`The track '${track.trackRef}' is not for you to begin; ask ${track.ownerRef}`
        : isolated`Only ${track.ownerRef}, who answers for the track, may put somebody else on it`,
    );
  }
  if (!track.starts.includes('assignment')) {
    throw new ConflictError(
      isolated`Nobody is put on the track '${track.trackRef}' by assignment; its 'spec.starts' says how it starts`,
    );
  }
  return 'assignment';
}

async function answersFor(
  tx: Knex,
  track: CurrentTrack,
  actor: JourneyActor,
): Promise<boolean> {
  if (actor.mayAny || actor.ref === track.ownerRef) {
    return true;
  }
  const groups = await readOwnGroups(tx, [actor.ref]);
  return groups.get(actor.ref)!.all.includes(track.ownerRef);
}

/** Makes whoever begins a journey of the same person at the same time wait, and find this one. */
async function lockUser(tx: Knex, userRef: string): Promise<void> {
  if (isPostgres(tx)) {
    await tx<DbEntityRow>('entities')
      .where('entity_ref', userRef)
      .select('entity_ref')
      .forNoKeyUpdate();
  }
}

async function findOpen(
  tx: Knex,
  options: { trackRef: string; userRef: string; uid: string },
): Promise<DbJourneyRow | undefined> {
  return tx<DbJourneyRow>('journeys')
    .where({ track_ref: options.trackRef, user_ref: options.userRef })
    .where({ user_uid: options.uid })
    .whereIn('state', OPEN_STATES)
    .orderBy('created_at', 'desc')
    .first();
}

/** The number that the next journey by oneself has. */
async function countOwn(
  tx: Knex,
  options: { trackRef: string; userRef: string },
): Promise<number> {
  const ids: string[] = await tx<DbJourneyRow>('journeys')
    .where({ track_ref: options.trackRef, user_ref: options.userRef })
    .where('started_by', 'self')
    .pluck('id');
  return ids.length + 1;
}

function assertNear(startAt: number | undefined, now: number): void {
  if (startAt !== undefined && Math.abs(startAt - now) > FAR) {
    throw new InputError(
      "Body 'startAt': lies more than two years away; give the day when they start",
    );
  }
}

/**
 * Throws an InputError for a time at which nothing of the journey can have been done. A day before the start is let pass,
 * since a start is a date and has no time zone.
 */
function assertWithinJourney(
  at: number | undefined,
  { row }: JourneyInHand,
  now: number,
): void {
  const earliest = Number(row.start_at) - DAY;
  if (at === undefined) {
    return;
  }
  if (at > now) {
    throw new InputError("Body 'at': lies in the future");
  }
  if (at < earliest) {
    throw new InputError(
      `Body 'at': lies before ${isoTime(
        earliest,
      )}, a day before the journey starts`,
    );
  }
}
