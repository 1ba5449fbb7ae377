import { ConflictError, NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Clock } from '@fairlead/bulk-sql';
import { changeInTurn } from '@fairlead/database-health';
import {
  JourneyReceipt,
  VoteOnDocs,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { markValuesDue } from '../../database/markDue';
import { DbDocsNoticeRow, DbDocsVoteRow } from '../../database/tables';
import {
  findTaskOfOwn,
  JourneyActor,
  settleJourneys,
  toReceipt,
} from '../journeys';
import { Notify } from '../notices';
import { describeVote } from './describeVote';
import { Votes } from './Votes';

const DAY = 24 * 3_600_000;

export class DatabaseVotes implements Votes {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #notify: Notify;

  static create(options: {
    clock?: Clock;
    db: Knex;
    notify: Notify;
  }): DatabaseVotes {
    return new DatabaseVotes(options);
  }

  private constructor(options: { clock?: Clock; db: Knex; notify: Notify }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#notify = options.notify;
  }

  async give(
    journeyId: string,
    taskId: string,
    { vote, note }: VoteOnDocs,
    actor: JourneyActor,
  ): Promise<JourneyReceipt> {
    const now = this.#clock();
    const given = await changeInTurn(this.#db, async tx => {
      const { journey, planned } = await findTaskOfOwn(tx, {
        journeyId,
        taskId,
        actor,
      });
      if (actor.byAgent) {
        throw new NotAllowedError(
          'Whoever read the documentation says how it was, in person',
        );
      }
      const { docs, ownerRef } = planned;
      if (docs === undefined) {
        throw new ConflictError(
          isolated`The task '${taskId}' names no documentation to vote on`,
        );
      }
      const row = {
        journey_id: journeyId,
        task_id: taskId,
        voted_by: actor.ref,
        vote,
        note: note ?? null,
        docs,
        owner_ref: ownerRef,
        at: now,
      };
      await tx<DbDocsVoteRow>('docs_votes')
        .insert(row)
        .onConflict(['journey_id', 'task_id'])
        .merge();
      await settleJourneys(tx, { journeyIds: [journeyId], now });
      await markValuesDue(tx, { entityRefs: [ownerRef], now });
      const isTold =
        vote !== 'found' && (await claimNotice(tx, { docs, ownerRef, now }));
      return { row: journey.row, docs, ownerRef, title: planned.title, isTold };
    });
    if (given.isTold) {
      await this.#notify(
        given.ownerRef,
        describeVote({ ...given, vote, note }),
      );
    }
    return toReceipt(given.row);
  }
}

/** Whether the owner is told now: at most once a day of the same documentation, whichever replica asks. */
async function claimNotice(
  tx: Knex,
  options: { docs: string; ownerRef: string; now: number },
): Promise<boolean> {
  const { docs, ownerRef, now } = options;
  const claimed = await tx<DbDocsNoticeRow>('docs_notices')
    .insert({ docs, owner_ref: ownerRef, told_at: now })
    .onConflict(['docs', 'owner_ref'])
    .merge(['told_at'])
    .where('docs_notices.told_at', '<=', now - DAY)
    .returning('docs');
  return claimed.length > 0;
}
