import { Entity } from '@backstage/catalog-model';
import { readDescendants } from '@fairlead/catalog-copy';
import { Clock, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { changeInTurn } from '@fairlead/database-health';
import { Knex } from 'knex';
import { GRACE } from '../../catalog/memberships';
import { readStartDate } from '../../catalog/people';
import { markVerificationDue } from '../../database/markDue';
import {
  DbEntityRow,
  DbJourneyRow,
  DbMembershipRow,
  DbSignInRow,
} from '../../database/tables';
import {
  beginJourney,
  chooseStart,
  CurrentTrack,
  isNear,
  lockJourneys,
  NEAR,
  OPEN_STATES,
  proposeBuddy,
  readBelongings,
  readTracks,
  writeJourneys,
} from '../../records/journeys';
import { findJoin, Membership } from './findJoin';

const PAGE_SIZE = 200;

type DueEntity = Pick<
  DbEntityRow,
  'entity_ref' | 'kind' | 'uid' | 'entity' | 'start_at'
>;

/**
 * Looks, where something of a user, a group or a track changed, for journeys that follow from it: who joined sets out, and
 * who is gone for good, or is somebody else by the same name, is on the way no more.
 *
 * @remarks
 *
 * It may run on any replica, on two at once, and die at any point: what is due stays due until it was looked at, and an
 * occasion begins one journey.
 */
export class JourneyStarting {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): JourneyStarting {
    return new JourneyStarting(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  /** Looks at all that is due. */
  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const now = this.#clock();
    await this.#noteGone(now);
    // A page of groups makes their members due.
    let count = 1;
    while (count > 0 && !options.signal?.aborted) {
      count = await this.#lookAtPage(now);
    }
  }

  async #lookAtPage(now: number): Promise<number> {
    const due: DueEntity[] = await this.#db<DbEntityRow>('entities')
      .where('start_at', '<=', now)
      .orderBy(['start_at', 'entity_ref'])
      .limit(PAGE_SIZE)
      .select('entity_ref', 'kind', 'uid', 'entity', 'start_at');
    if (due.length === 0) {
      return 0;
    }
    const users = due.filter(({ kind }) => kind === 'user');
    const tracks = await readTracks(this.#db);
    if (users.length > 0) {
      await this.#lookAtUsers(users, tracks, now);
    }
    await this.#db.transaction(async tx => {
      // Cleared first: a user of the same page who is due by a group is looked at again.
      await clear(tx, due);
      const groups = due.filter(({ kind }) => kind === 'group');
      await markMembersDue(
        tx,
        groups.map(({ entity_ref: ref }) => ref),
        now,
      );
      if (due.some(({ kind }) => kind === 'onboardingtrack')) {
        await tx<DbEntityRow>('entities')
          .where('kind', 'user')
          .update({ start_at: now });
      }
    });
    return due.length;
  }

  async #lookAtUsers(
    due: readonly DueEntity[],
    tracks: readonly CurrentTrack[],
    now: number,
  ): Promise<void> {
    const refs = due.map(({ entity_ref: ref }) => ref);
    const joining = tracks.filter(({ starts }) => starts.includes('join'));
    const [belongings, memberships, journeys, signIns] = await Promise.all([
      readBelongings(this.#db, refs, joining),
      readMemberships(this.#db, refs),
      readJourneys(this.#db, refs),
      readSignIns(this.#db, refs),
    ]);
    for (const { entity_ref: userRef, uid, entity } of due) {
      const user: Entity = JSON.parse(entity);
      const own = journeys.get(userRef) ?? [];
      await this.#followUser(own, { uid, user }, now);
      const member = {
        userRef,
        user,
        groups: belongings.groupsOf.get(userRef)!,
        memberships: memberships.get(userRef) ?? new Map(),
      };
      for (const track of joining) {
        const join = findJoin(track, member, {
          belongings,
          journeys: own
            .filter(
              row => row.track_ref === track.trackRef && row.user_uid === uid,
            )
            .map(row => ({
              teamRef: row.team_ref ?? undefined,
              createdAt: Number(row.created_at),
              isOpen: OPEN_STATES.includes(row.state),
            })),
          now,
        });
        if (join) {
          const { teamRef, occasion, joinedAt } = join;
          const start = chooseStart({
            user,
            signInAt: signIns.get(userRef),
            joinedAt,
          });
          await changeInTurn(this.#db, tx =>
            beginJourney(
              tx,
              {
                ...track,
                ...start,
                userRef,
                userUid: uid,
                teamRef,
                occasion,
                startedBy: 'join',
              },
              { now },
            ),
          );
        }
      }
    }
  }

  /** Ends what is of somebody else by the same name, and moves the start where a date became known before anything was done. */
  async #followUser(
    journeys: readonly DbJourneyRow[],
    { uid, user }: { uid: string; user: Entity },
    now: number,
  ): Promise<void> {
    const date = readStartDate(user);
    const isOthers = (row: DbJourneyRow) =>
      row.user_uid !== null && row.user_uid !== uid;
    const isMoved = (row: DbJourneyRow) =>
      date !== undefined &&
      row.state === 'not-started' &&
      Number(row.start_at) !== date &&
      isNear(date, Number(row.start_at));
    const touched = journeys.filter(
      row => row.state !== 'ended' && (isOthers(row) || isMoved(row)),
    );
    if (touched.length === 0) {
      return;
    }
    await changeInTurn(this.#db, async tx => {
      const locked = await lockJourneys(
        tx,
        touched.map(({ id }) => id),
      );
      for (const journey of locked) {
        const { row } = journey;
        if (row.state !== 'ended' && isOthers(row)) {
          journey.row = endedBy(row, 'Somebody else has this name now', now);
        } else if (isMoved(row)) {
          journey.row = {
            ...row,
            start_at: date!,
            start_from: 'annotation',
          };
          await markVerificationDue(tx, tx('journeys').where({ id: row.id }));
        }
      }
      await writeJourneys(tx, locked, { now });
    });
  }

  /** Ends journeys of those whom the catalog has not had for a while, and finds buddies in place of those who are gone. */
  async #noteGone(now: number): Promise<void> {
    const db = this.#db;
    const going = () =>
      db<DbJourneyRow>('journeys').whereIn('state', OPEN_STATES);
    const isKnown = (column: string) =>
      db('entities as e')
        .whereRaw('e.entity_ref = ??', [`journeys.${column}`])
        .select('e.entity_ref');
    await going()
      .whereNull('user_gone_at')
      .whereNotExists(isKnown('user_ref'))
      .update({ user_gone_at: now });
    await going()
      .whereNotNull('user_gone_at')
      .whereExists(isKnown('user_ref'))
      .update({ user_gone_at: null });
    const ending: string[] = await going()
      .where('user_gone_at', '<=', now - GRACE)
      .pluck('id');
    const alone: string[] = await going()
      .whereNotNull('buddy_ref')
      .whereNotExists(isKnown('buddy_ref'))
      // The catalog may lose sight of somebody for a while; whoever agreed to go along stays meanwhile.
      .whereNotExists(
        db('memberships as m')
          .whereRaw('m.user_ref = journeys.buddy_ref')
          .where('m.left_at', '>', now - GRACE)
          .select('m.user_ref'),
      )
      .pluck('id');
    if (ending.length + alone.length === 0) {
      return;
    }
    await changeInTurn(db, async tx => {
      const locked = await lockJourneys(tx, [
        ...new Set([...ending, ...alone]),
      ]);
      for (const journey of locked) {
        if (ending.includes(journey.row.id)) {
          journey.row = endedBy(
            journey.row,
            'The catalog has this person no more',
            now,
          );
        } else {
          await proposeBuddy(tx, journey);
        }
      }
      await writeJourneys(tx, locked, { now });
    });
  }
}

function endedBy(row: DbJourneyRow, reason: string, now: number): DbJourneyRow {
  return { ...row, ended_at: now, end_reason: reason };
}

/** What changed meanwhile stays due. A start that lies far ahead is looked at when it is near. */
async function clear(tx: Knex, due: readonly DueEntity[]): Promise<void> {
  const rows = due.map(({ entity_ref: ref, kind, entity, start_at: at }) => {
    const date =
      kind === 'user' ? readStartDate(JSON.parse(entity)) : undefined;
    const again = date === undefined ? 0 : date - NEAR;
    return {
      entity_ref: ref,
      start_at: Number(at),
      next: again > Number(at) ? again : null,
    };
  });
  await tx.raw(
    `update entities set start_at = r.next from ?
      where entities.entity_ref = r.entity_ref and entities.start_at = r.start_at`,
    [
      rowsOf(
        tx,
        { entity_ref: 'text', start_at: 'bigint', next: 'bigint' },
        rows,
      ),
    ],
  );
}

/** Those of the groups below, too. */
async function markMembersDue(
  tx: Knex,
  groupRefs: readonly string[],
  now: number,
): Promise<void> {
  const below = new Set<string>();
  for (const ref of groupRefs) {
    if (!below.has(ref)) {
      (await readDescendants(tx, ref)).forEach(group => below.add(group));
    }
  }
  if (below.size === 0) {
    return;
  }
  const members = tx<DbMembershipRow>('memberships').select('user_ref');
  whereOneOf(members, 'group_ref', [...below]);
  await tx<DbEntityRow>('entities')
    .whereIn('entity_ref', members)
    .update({ start_at: now });
}

async function readMemberships(
  db: Knex,
  userRefs: readonly string[],
): Promise<Map<string, Map<string, Membership>>> {
  const query = db<DbMembershipRow>('memberships').whereNull('left_at');
  whereOneOf(query, 'user_ref', userRefs);
  const memberships = new Map<string, Map<string, Membership>>();
  for (const row of (await query) as DbMembershipRow[]) {
    const own = memberships.get(row.user_ref) ?? new Map();
    own.set(row.group_ref, {
      times: row.times,
      ...(row.joined_at !== null && { joinedAt: Number(row.joined_at) }),
    });
    memberships.set(row.user_ref, own);
  }
  return memberships;
}

async function readJourneys(
  db: Knex,
  userRefs: readonly string[],
): Promise<Map<string, DbJourneyRow[]>> {
  const query = db<DbJourneyRow>('journeys');
  whereOneOf(query, 'user_ref', userRefs);
  const journeys = new Map<string, DbJourneyRow[]>();
  for (const row of (await query) as DbJourneyRow[]) {
    journeys.set(row.user_ref, [...(journeys.get(row.user_ref) ?? []), row]);
  }
  return journeys;
}

async function readSignIns(
  db: Knex,
  userRefs: readonly string[],
): Promise<Map<string, number>> {
  const query = db<DbSignInRow>('sign_ins');
  whereOneOf(query, 'user_ref', userRefs);
  const rows = (await query) as DbSignInRow[];
  return new Map(rows.map(row => [row.user_ref, Number(row.first_at)]));
}
