import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { TooManyRequestsError } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import { Clock } from '@fairlead/bulk-sql';
import { changeInTurn } from '@fairlead/database-health';
import {
  AskForHelp,
  HELP_PER_DAY,
  HelpRequest,
  JourneyReceipt,
  ReplyToHelp,
  whomToAsk,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { readOwnGroups } from '../../catalog/memberships';
import { DbHelpRequestRow } from '../../database/tables';
import {
  assertGoesOn,
  findTaskOfOwn,
  JourneyActor,
  lockJourneys,
  settleJourneys,
  tasksOf,
  toReceipt,
} from '../journeys';
import { noticeLinks, Notify } from '../notices';
import { describeHelp, describeReply } from './describeHelp';
import { Help } from './Help';
import { toHelpRequest } from './readHelp';

const DAY = 24 * 3_600_000;

export class DatabaseHelp implements Help {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #notify: Notify;

  static create(options: {
    clock?: Clock;
    db: Knex;
    notify: Notify;
  }): DatabaseHelp {
    return new DatabaseHelp(options);
  }

  private constructor(options: { clock?: Clock; db: Knex; notify: Notify }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#notify = options.notify;
  }

  async ask(
    journeyId: string,
    taskId: string,
    request: AskForHelp,
    actor: JourneyActor,
  ): Promise<JourneyReceipt> {
    const now = this.#clock();
    const id = randomUUID();
    const asked = await changeInTurn(this.#db, async tx => {
      const { journey, task, planned } = await findTaskOfOwn(tx, {
        journeyId,
        taskId,
        actor,
      });
      assertGoesOn(journey);
      if (task.state !== 'open') {
        throw new ConflictError(
          isolated`The task '${taskId}' is settled; there is nothing to be stuck on`,
        );
      }
      await assertNoneWaits(tx, { journeyId, taskId });
      await assertNotTooMany(tx, actor.ref, now);
      const toRef = whomToAsk({
        askerRef: actor.ref,
        buddyRef: journey.row.buddy_ref,
        buddyState: journey.row.buddy_state,
        ownerRef: planned.ownerRef,
      });
      await tx<DbHelpRequestRow>('help_requests').insert({
        id,
        journey_id: journeyId,
        task_id: taskId,
        asked_by: actor.ref,
        asked_at: now,
        tried: request.tried,
        error_says: request.errorSays,
        if_nobody: request.ifNobodyWereHere,
        missing: request.missing,
        to_ref: toRef,
      });
      await settleJourneys(tx, { journeyIds: [journeyId], now });
      return { row: journey.row, toRef, taskTitle: planned.title };
    });
    await this.#notify(
      asked.toRef,
      describeHelp({
        id,
        // The buddy sees the journey; the owner of the task sees the question alone.
        link:
          asked.toRef === asked.row.buddy_ref
            ? noticeLinks.journeyTask(journeyId, taskId)
            : noticeLinks.help(id),
        askerRef: actor.ref,
        taskTitle: asked.taskTitle,
        request,
      }),
    );
    return toReceipt(asked.row);
  }

  async reply(
    id: string,
    { text }: ReplyToHelp,
    actor: JourneyActor,
  ): Promise<HelpRequest> {
    const now = this.#clock();
    const told = await changeInTurn(this.#db, async tx => {
      const found = await tx<DbHelpRequestRow>('help_requests')
        .where({ id })
        .first();
      const groups = await readOwnGroups(tx, [actor.ref]);
      if (
        !found ||
        ![actor.ref, ...groups.get(actor.ref)!.all].includes(found.to_ref)
      ) {
        throw new NotFoundError(
          isolated`There is no call for help '${id}', or it did not go to you`,
        );
      }
      if (actor.byAgent) {
        throw new NotAllowedError(
          'A person answers a call for help; software may write a draft for them',
        );
      }
      // Of two who reply at once, the one that gets this lock is kept and the other is told so.
      const [journey] = await lockJourneys(tx, [found.journey_id]);
      const written = await tx<DbHelpRequestRow>('help_requests')
        .where({ id })
        .whereNull('replied_at')
        .update({ reply: text, replied_by: actor.ref, replied_at: now });
      if (written === 0) {
        throw new ConflictError(
          'Somebody answered this call for help already; read it again',
        );
      }
      await settleJourneys(tx, { journeyIds: [found.journey_id], now });
      const row = { ...found, reply: text, replied_by: actor.ref };
      const task = journey.tasks.get(found.task_id);
      const request = toHelpRequest(
        { ...row, replied_at: now, done_at: task?.done_at ?? null },
        titleOf(journey, found.task_id),
      );
      return { request, newcomerRef: journey.row.user_ref };
    });
    const { request, newcomerRef } = told;
    const askedBy = request.askedBy!;
    const leadTo =
      askedBy === newcomerRef
        ? noticeLinks.journeyTask
        : noticeLinks.taskForOther;
    await this.#notify(
      askedBy,
      describeReply({
        id,
        link: leadTo(request.journeyId, request.taskId),
        byRef: actor.ref,
        taskTitle: request.taskTitle,
        text,
      }),
    );
    return request;
  }

  async solve(
    journeyId: string,
    taskId: string,
    actor: JourneyActor,
  ): Promise<JourneyReceipt> {
    const now = this.#clock();
    return changeInTurn(this.#db, async tx => {
      const { journey } = await findTaskOfOwn(tx, { journeyId, taskId, actor });
      const solved = await tx<DbHelpRequestRow>('help_requests')
        .where({ journey_id: journeyId, task_id: taskId })
        .where('asked_by', actor.ref)
        .whereNull('solved_at')
        .update({ solved_at: now });
      if (solved > 0) {
        await settleJourneys(tx, { journeyIds: [journeyId], now });
      }
      return toReceipt(journey.row);
    });
  }
}

async function assertNoneWaits(
  tx: Knex,
  { journeyId, taskId }: { journeyId: string; taskId: string },
): Promise<void> {
  const waiting = await tx<DbHelpRequestRow>('help_requests')
    .where({ journey_id: journeyId, task_id: taskId })
    .whereNull('replied_at')
    .whereNull('solved_at')
    .first('to_ref');
  if (waiting) {
    throw new ConflictError(
      isolated`You have asked ${waiting.to_ref} already; say that it is solved before you ask anew`,
    );
  }
}

async function assertNotTooMany(
  tx: Knex,
  userRef: string,
  now: number,
): Promise<void> {
  const recent = await tx<DbHelpRequestRow>('help_requests')
    .where('asked_by', userRef)
    .where('asked_at', '>', now - DAY)
    .orderBy('asked_at')
    .pluck('asked_at');
  if (recent.length >= HELP_PER_DAY) {
    const next = new Date(Number(recent.at(-HELP_PER_DAY)) + DAY);
    throw new TooManyRequestsError(
      `You asked for help ${HELP_PER_DAY} times within a day; ask again after ${next.toISOString()}, or talk to somebody`,
    );
  }
}

function titleOf(
  journey: Parameters<typeof tasksOf>[0],
  taskId: string,
): string {
  return tasksOf(journey).find(({ id }) => id === taskId)?.title ?? taskId;
}
