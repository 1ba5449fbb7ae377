import { Clock, inPages } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ScorecardDefinitions } from '../../definitions/ScorecardDefinitions';
import { Names } from '../Names';
import { NoticeSender } from '../NoticeSender';
import { DbDigestRow } from '../tables';
import { describeDigest } from './describeDigest';
import { LocalWeek, weekToTell } from './localWeek';
import { readDigests } from './readDigests';
import { listTeamsToTell, markTold, takeTeams } from './takeTeams';

/** How many teams are read at a time. */
const PAGE_SIZE = 250;

/** How many digests are on their way at a time. */
const AT_ONCE = 20;

/** Long enough for a page of teams, short enough for those of a process that died to be taken up soon. */
const TAKE_FOR = 10 * 60_000;

/** How long it is kept who was told. */
const KEEP_FOR = 60 * 24 * 60 * 60 * 1000;

export interface DigestNoticesOptions {
  /** Where the portal is reached, without a slash at the end. */
  baseUrl: string;
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  sender: NoticeSender;
  /** The time zone whose weeks are told, an IANA name. */
  timeZone: string;
}

/**
 * Sends each team a digest of the week that is over, once; a team with nothing to tell gets none.
 *
 * @remarks
 *
 * Any number of processes may do so at once and die at any point. Each takes a page of teams into its hands, reads what
 * to tell all of them, and notes a few at a time that they have been told. What a process that died had in hand is taken
 * up by another: a digest that is sent twice by that takes its own place.
 */
export class DigestNotices {
  readonly #clock: Clock;
  readonly #options: DigestNoticesOptions;

  static create(options: DigestNoticesOptions): DigestNotices {
    return new DigestNotices(options);
  }

  private constructor(options: DigestNoticesOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /**
   * Sends what is due. Answers how many digests were sent. Ends where notifications are not taken: the teams that are
   * left are told by a later run of the same week.
   */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { db, timeZone } = this.#options;
    const week = weekToTell(this.#clock(), timeZone);
    await forgetOld(db, week);
    let sent = 0;
    let after = '';
    for (;;) {
      options.signal?.throwIfAborted();
      const now = this.#clock();
      const listed = await listTeamsToTell(db, {
        after,
        limit: PAGE_SIZE,
        now,
        week: week.week,
      });
      const taken = await takeTeams(db, listed, {
        now,
        takeFor: TAKE_FOR,
        week: week.week,
      });
      const told = await this.#tell(taken, week);
      sent += told.sent;
      if (told.isRefused || listed.length < PAGE_SIZE) {
        return sent;
      }
      after = listed[listed.length - 1];
    }
  }

  async #tell(
    ownerRefs: readonly string[],
    week: LocalWeek,
  ): Promise<{ sent: number; isRefused: boolean }> {
    const { baseUrl, db, definitions, sender } = this.#options;
    if (ownerRefs.length === 0) {
      return { sent: 0, isRefused: false };
    }
    const scorecards = await definitions.list();
    const names = new Names(scorecards);
    const digests = await readDigests(db, scorecards, {
      ...week,
      now: this.#clock(),
      ownerRefs,
    });
    await this.#mark(
      ownerRefs.filter(ref => !digests.has(ref)),
      week,
    );
    let sent = 0;
    for (const page of inPages([...digests], AT_ONCE)) {
      const told = await Promise.all(
        page.map(async ([ownerRef, digest]) => {
          const isTaken = await sender.send(
            ownerRef,
            describeDigest({
              baseUrl,
              digest,
              names,
              ownerRef,
              week: week.week,
            }),
          );
          return isTaken ? [ownerRef] : [];
        }),
      );
      await this.#mark(told.flat(), week);
      sent += told.flat().length;
      if (told.flat().length === 0) {
        return { sent, isRefused: true };
      }
    }
    return { sent, isRefused: false };
  }

  async #mark(ownerRefs: readonly string[], { week }: LocalWeek) {
    if (ownerRefs.length > 0) {
      await markTold(this.#options.db, ownerRefs, { now: this.#clock(), week });
    }
  }
}

async function forgetOld(db: Knex, { from }: LocalWeek): Promise<void> {
  await db<DbDigestRow>('digests')
    .where('week', '<', new Date(from - KEEP_FOR).toISOString().slice(0, 10))
    .delete();
}
