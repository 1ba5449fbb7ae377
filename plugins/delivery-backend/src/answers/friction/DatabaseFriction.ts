import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  FrictionReport,
  FrictionResponse,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { readDescendants, resolveScope } from '../../catalog/ownership';
import {
  assertVisibleEntity,
  ForVisible,
  restrictToVisible,
  Visibility,
} from '../../catalog/visibility';
import { DbFrictionReportRow } from '../../database/tables';
import { toFrictionReport } from '../../intake/friction';
import { resolveWindow } from '../window/resolveWindow';
import { Friction, FrictionQuery } from './Friction';
import { FrictionEntry, sumWeeks } from './sumWeeks';

/** More single reports than anybody reads at once. */
const MAX_REPORTS = 200;

/** Reports are few and kept for longer than records. */
const LONGEST_DAYS = 800;

/** Who reads, and what that user may see; a service is no reader of single reports. */
export interface ForReader extends ForVisible {
  reader?: BackstageUserInfo;
}

export interface DatabaseFrictionOptions {
  clock?: Clock;
  db: Knex;
  /** In which weeks and days are counted. */
  zone: string;
}

/** Answers from the stored reports. Everybody gets sums; single reports go to the owning team and to their author. */
export class DatabaseFriction implements Friction<ForReader> {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #zone: string;

  static create(options: DatabaseFrictionOptions): DatabaseFriction {
    return new DatabaseFriction(options);
  }

  private constructor(options: DatabaseFrictionOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#zone = options.zone;
  }

  async read(
    query: FrictionQuery,
    { reader, visibility }: ForReader,
  ): Promise<FrictionResponse> {
    const { entityRef } = query;
    const zone = this.#zone;
    const window = resolveWindow(query, {
      now: this.#clock(),
      zone,
      longestDays: LONGEST_DAYS,
      isExact: true,
    });
    await assertVisibleEntity(this.#db, entityRef, visibility);
    const target = await this.#readTarget(entityRef, visibility);
    const inWindow = () => this.#reports(target, window, visibility);
    const [entries, reports] = await Promise.all([
      readEntries(inWindow()),
      reader && this.#readSingle(inWindow(), entityRef, reader),
    ]);
    return {
      entityRef,
      weeks: sumWeeks(entries, { window, zone }),
      ...(reports && { reports }),
    };
  }

  /** Of a group: what was reported while it, or a group below it, owned the entity. Else: of the entities behind it. */
  async #readTarget(
    entityRef: string,
    visibility: Visibility,
  ): Promise<[column: string, refs: string[]]> {
    if (parseEntityRef(entityRef).kind === 'group') {
      return ['f.owner_ref', await readDescendants(this.#db, entityRef)];
    }
    const scope = await resolveScope(this.#db, entityRef, {
      view: 'now',
      visibility,
    });
    return ['f.entity_ref', scope.entityRefs];
  }

  #reports(
    [column, refs]: [column: string, refs: string[]],
    window: TimeWindow,
    visibility: Visibility,
  ): Knex.QueryBuilder {
    const reports = this.#db('friction_reports as f')
      .join('entities as e', 'e.entity_ref', 'f.entity_ref')
      .where('f.reported_at', '>=', Date.parse(window.from))
      .where('f.reported_at', '<', Date.parse(window.to));
    whereOneOf(reports, column, refs);
    restrictToVisible(reports, visibility);
    return reports;
  }

  /** Newest first; undefined for a reader who is of no owning team and wrote none. */
  async #readSingle(
    reports: Knex.QueryBuilder,
    entityRef: string,
    { ownershipEntityRefs: ownerRefs, userEntityRef }: BackstageUserInfo,
  ): Promise<FrictionReport[] | undefined> {
    const rows: DbFrictionReportRow[] = await reports
      .where(mine =>
        mine
          .where('f.reported_by', userEntityRef)
          .orWhereIn('f.owner_ref', ownerRefs)
          .orWhereIn('e.owner_ref', ownerRefs),
      )
      .orderBy([
        { column: 'f.reported_at', order: 'desc' },
        { column: 'f.id', order: 'desc' },
      ])
      .limit(MAX_REPORTS)
      .select('f.*');
    return rows.length > 0 || (await this.#isOwner(entityRef, ownerRefs))
      ? rows.map(row =>
          toFrictionReport(row, { reader: userEntityRef, zone: this.#zone }),
        )
      : undefined;
  }

  async #isOwner(
    entityRef: string,
    ownerRefs: readonly string[],
  ): Promise<boolean> {
    const owned = await this.#db('entities')
      .where('entity_ref', entityRef)
      .whereIn('owner_ref', [...ownerRefs])
      .first('entity_ref');
    return owned !== undefined;
  }
}

/** Oldest first. */
async function readEntries(
  reports: Knex.QueryBuilder,
): Promise<FrictionEntry[]> {
  const rows: Pick<DbFrictionReportRow, 'kind' | 'minutes' | 'reported_at'>[] =
    await reports
      .orderBy('f.reported_at')
      .select('f.kind', 'f.minutes', 'f.reported_at');
  return rows.map(row => ({
    kind: row.kind as FrictionEntry['kind'],
    minutes: row.minutes,
    reportedAt: Number(row.reported_at),
  }));
}
