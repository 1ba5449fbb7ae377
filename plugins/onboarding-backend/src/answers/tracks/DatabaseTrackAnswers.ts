import { NotFoundError } from '@backstage/errors';
import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible } from '@fairlead/catalog-copy';
import {
  CohortEntry,
  tabulate,
  isForUser,
  JourneyState,
  TrackSummary,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { readOwnGroups } from '../../catalog/memberships';
import { readAudience } from '../../catalog/people';
import { isoTime } from '../../database/isoTime';
import { DbTrackRow, DbTrackVersionRow } from '../../database/tables';
import { readOnTheWay } from '../../records/figures';
import { NEVER_COMPOSED, StoredSummary } from '../../records/tracks';
import { showPlan } from './showPlan';
import {
  TrackAnswers,
  TrackReader,
  TracksFilter,
  TracksQuery,
} from './TrackAnswers';

/** Title, ref. */
const SortKey = z.tuple([SortText, SortText]);

/** Reads the tracks as they were put together. */
export class DatabaseTrackAnswers implements TrackAnswers<TrackReader> {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseTrackAnswers {
    return new DatabaseTrackAnswers(options);
  }

  private constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  async list({ filter, limit, cursor }: TracksQuery, reader: TrackReader) {
    const list = ['tracks', filter];
    const after = decodeCursor(list, SortKey, cursor);
    const all = this.#visibleTracks(reader);
    await this.#applyFilter(all, filter, reader);
    const page = all
      .clone()
      .select('t.*')
      .orderBy(['t.title', 't.track_ref'])
      .limit(limit + 1);
    if (after) {
      page.whereRaw('(t.title, t.track_ref) > (?, ?)', after);
    }
    const [rows, [{ count }]] = await Promise.all([
      page as Promise<DbTrackRow[]>,
      all.clone().count({ count: '*' }),
    ]);
    const { shown, next } = cutPage(rows, {
      limit,
      list,
      keyOf: ({ title, track_ref: ref }) => [title, ref],
    });
    return {
      items: await this.#summarise(shown, reader),
      totalItems: Number(count),
      ...next,
    };
  }

  async get(trackRef: string, reader: TrackReader) {
    const row: DbTrackRow | undefined = await this.#visibleTracks(reader)
      .where('t.track_ref', trackRef)
      .first('t.*');
    if (!row) {
      throw new NotFoundError(
        isolated`There is no track '${trackRef}', or you may not see it`,
      );
    }
    const [[summary], versions, owns] = await Promise.all([
      this.#summarise([row], reader),
      this.#db<DbTrackVersionRow>('track_versions')
        .where('track_ref', trackRef)
        .orderBy('version', 'desc')
        .select('version', 'at'),
      this.#readOwning(reader),
    ]);
    const newest = await this.#db<DbTrackVersionRow>('track_versions')
      .where({ track_ref: trackRef, version: row.version })
      .first('plan');
    const { missing }: StoredSummary = JSON.parse(row.summary);
    return {
      ...summary,
      plan: newest ? showPlan(JSON.parse(newest.plan)) : [],
      missing,
      versions: versions.map(({ version, at }) => ({
        version,
        at: isoTime(at),
      })),
      isMine: owns(row.owner_ref),
    };
  }

  #visibleTracks({ visible }: TrackReader): Knex.QueryBuilder {
    const query = this.#db('tracks as t')
      .join('entities as e', 'e.entity_ref', 't.track_ref')
      .whereNull('t.gone_at')
      .where('t.version', '>', NEVER_COMPOSED);
    restrictToVisible(query, visible);
    return query;
  }

  async #applyFilter(
    query: Knex.QueryBuilder,
    { purpose, q, startable }: TracksFilter,
    reader: TrackReader,
  ): Promise<void> {
    if (purpose) {
      query.where('t.purpose', purpose);
    }
    if (q) {
      query.whereRaw(`lower(t.title) like ? escape '!'`, [
        `%${q
          .toLocaleLowerCase('en-US')
          .replace(/[!%_]/g, match => `!${match}`)}%`,
      ]);
    }
    if (startable) {
      whereOneOf(query, 't.track_ref', await this.#findStartable(reader));
    }
  }

  /** What the audience of a track says only its predicate can tell. */
  async #findStartable(reader: TrackReader): Promise<string[]> {
    const { userRef } = reader;
    const user = userRef && (await readAudience(this.#db, userRef, reader));
    if (!user) {
      return [];
    }
    const rows: Pick<DbTrackRow, 'track_ref' | 'starts' | 'audience'>[] =
      await this.#visibleTracks(reader).select(
        't.track_ref',
        't.starts',
        't.audience',
      );
    return rows
      .filter(
        ({ starts, audience }) =>
          JSON.parse(starts).includes('self') &&
          isForUser(audience ? JSON.parse(audience) : undefined, user.document),
      )
      .map(({ track_ref: ref }) => ref);
  }

  async #summarise(
    rows: readonly DbTrackRow[],
    reader: TrackReader,
  ): Promise<TrackSummary[]> {
    const going = await readOnTheWay(
      this.#db,
      rows.map(({ track_ref: ref }) => ref),
    );
    const onTrack = new Map<string, CohortEntry[]>();
    for (const one of going) {
      const before = onTrack.get(one.track) ?? [];
      before.push(one);
      onTrack.set(one.track, before);
    }
    const column: JourneyState = 'on-the-way';
    const owns = await this.#readOwning(reader);
    return rows.map(row => {
      const { description, tasks, milestones }: StoredSummary = JSON.parse(
        row.summary,
      );
      const own = onTrack.get(row.track_ref) ?? [];
      const onTheWay = own.filter(one => one.column === column).length;
      const isTold =
        owns(row.owner_ref) || tabulate(own)({ column }).length > 0;
      return {
        trackRef: row.track_ref,
        title: row.title,
        ...(description !== undefined && { description }),
        purpose: row.purpose,
        ownerRef: row.owner_ref,
        version: row.version,
        starts: JSON.parse(row.starts),
        tasks,
        milestones,
        ...(isTold && { onTheWay }),
      };
    });
  }

  /** Whether whoever asks answers for what somebody owns. */
  async #readOwning({
    userRef,
    mayAny,
  }: TrackReader): Promise<(ownerRef: string) => boolean> {
    if (mayAny || !userRef) {
      return () => mayAny;
    }
    const groups = (await readOwnGroups(this.#db, [userRef])).get(userRef);
    return ownerRef =>
      ownerRef === userRef || Boolean(groups?.all.includes(ownerRef));
  }
}
