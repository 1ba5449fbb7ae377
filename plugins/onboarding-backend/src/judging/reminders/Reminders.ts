import { isolated } from '@fairlead/bidi-text';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { isWorkingTime } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { createHash } from 'node:crypto';
import { readMembersOf } from '../../catalog/memberships';
import {
  DbJourneyRow,
  DbJourneyTaskRow,
  DbReminderRow,
} from '../../database/tables';
import {
  JourneyInHand,
  OPEN_STATES,
  readJourneysInHand,
} from '../../records/journeys';
import { noticeLinks, Notify } from '../../records/notices';
import { readEntities } from '../../catalog/entities/readEntities';
import { Digest, gatherDigests } from './gatherDigests';

const PAGE_SIZE = 200;

/** So many things are told at once; the page tells the others. */
const MOST_LINES = 10;

export interface RemindersOptions {
  clock?: Clock;
  db: Knex;
  /** Off, nobody is reminded of anything. */
  isEnabled: boolean;
  notify: Notify;
  /** Of whose working hours these are. */
  timeZone: string;
}

/**
 * Tells people what is theirs to do: in working hours, once a day at most, and only where it is something else than what
 * they were told last. How it goes with a task that takes long is asked once.
 *
 * @remarks
 *
 * A digest is claimed by its row before it is sent, so that two replicas send it once; whoever is killed in between sends
 * it to nobody.
 */
export class Reminders {
  readonly #clock: Clock;
  readonly #options: RemindersOptions;

  static create(options: RemindersOptions): Reminders {
    return new Reminders(options);
  }

  private constructor(options: RemindersOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  async run({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const { isEnabled, timeZone } = this.#options;
    const now = this.#clock();
    if (!isEnabled || !isWorkingTime(now, timeZone)) {
      return;
    }
    const day = DateTime.fromMillis(now, { zone: timeZone }).toISODate()!;
    const digests = await this.#gather(now);
    for (const [userRef, digest] of digests) {
      if (signal?.aborted) {
        return;
      }
      await this.#send(userRef, digest, { day, now });
    }
  }

  async #gather(now: number): Promise<Map<string, Digest>> {
    const { db } = this.#options;
    const digests = new Map<string, Digest>();
    const ids: string[] = await db<DbJourneyRow>('journeys')
      .whereIn('state', OPEN_STATES)
      .whereNull('user_gone_at')
      .orderBy(['created_at', 'id'])
      .pluck('id');
    for (const page of inPages(ids, PAGE_SIZE)) {
      const journeys = await readJourneysInHand(db, page);
      const entities = await readEntities(
        db,
        journeys.flatMap(({ row }) =>
          [row.user_ref, row.team_ref ?? []].flat(),
        ),
      );
      const membersOf = await readMembersOf(db, findGroups(journeys));
      for (const journey of journeys) {
        gatherDigests(digests, journey, { entities, membersOf, now });
      }
    }
    return digests;
  }

  async #send(
    userRef: string,
    { lines, asked, known }: Digest,
    { day, now }: { day: string; now: number },
  ): Promise<void> {
    const { db, notify } = this.#options;
    const all = [...lines.keys()].sort();
    const told = all.filter(line => !known.has(line));
    if (told.length === 0) {
      return;
    }
    const hash = createHash('sha256').update(all.join('\n')).digest('hex');
    if (!(await claim(db, { userRef, day, hash }))) {
      return;
    }
    for (const { journeyId, taskId } of asked) {
      await db<DbJourneyTaskRow>('journey_tasks')
        .where({ journey_id: journeyId, task_id: taskId })
        .whereNull('asked_at')
        .update({ asked_at: now });
    }
    await notify(userRef, {
      title:
        told.length === 1 ? told[0] : isolated`${told.length} things to do`,
      ...(told.length > 1 && {
        description: [
          ...told.slice(0, MOST_LINES),
          ...(told.length > MOST_LINES
            ? [isolated`and ${told.length - MOST_LINES} more`]
            : []),
        ].join('\n'),
      }),
      link: told.length === 1 ? lines.get(told[0]) : noticeLinks.page(),
      severity: 'normal',
      scope: 'onboarding:reminder',
    });
  }
}

/** Whether this is to be sent, and by nobody else: it says something new, and nothing was sent on that day. */
async function claim(
  db: Knex,
  { userRef, day, hash }: { userRef: string; day: string; hash: string },
): Promise<boolean> {
  const claimed = await db<DbReminderRow>('reminders')
    .insert({ user_ref: userRef, day, hash })
    .onConflict('user_ref')
    .merge(['day', 'hash'])
    .whereNot('reminders.day', day)
    .whereNot('reminders.hash', hash)
    .returning('user_ref');
  return claimed.length > 0;
}

/** The groups that have tasks to do on journeys. */
function findGroups(journeys: readonly JourneyInHand[]): string[] {
  return journeys.flatMap(({ tasks }) =>
    [...tasks.values()].flatMap(({ doer, state }) =>
      state === 'open' && doer.startsWith('group:') ? [doer] : [],
    ),
  );
}
