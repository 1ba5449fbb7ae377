import {
  BackstageCredentials,
  BackstageUserInfo,
  BackstageUserPrincipal,
  AuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  deliveryFrictionCreatePermission,
  FrictionReport,
  FrictionReportRequest,
  FrictionResponse,
  localDay,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { DbFrictionReportRow } from '../../database/tables';
import {
  assertNoPerson,
  assertVisibleEntity,
  VisibilityService,
} from '../../catalog/visibility';
import { FrictionStore } from './FrictionStore';
import { sumWeeks } from './sumWeeks';

export interface AuthorizedFrictionOptions {
  auth: AuthService;
  db: Knex;
  friction: FrictionStore;
  userInfo: UserInfoService;
  visibility: VisibilityService;
  /** In which weeks and days are counted. */
  zone: string;
}

/** Friction is reported by people. */
export interface ForUser {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/** Friction reports for callers from outside: of entities that they may see, in sums unless they are of the owning team. */
export class AuthorizedFriction {
  readonly #options: AuthorizedFrictionOptions;

  static create(options: AuthorizedFrictionOptions): AuthorizedFriction {
    return new AuthorizedFriction(options);
  }

  private constructor(options: AuthorizedFrictionOptions) {
    this.#options = options;
  }

  /** Throws a NotFoundError for an entity that the caller may not see. */
  async read(
    query: { entityRef: string; window: TimeWindow },
    caller: { credentials: BackstageCredentials },
  ): Promise<FrictionResponse> {
    const { db, friction, visibility, zone } = this.#options;
    const { entityRef, window } = query;
    const seen = await visibility.ofCatalog(caller);
    assertNoPerson(entityRef);
    await assertVisibleEntity(db, entityRef, seen);
    const asked = { entityRef, window, visibility: seen };
    const [entries, reports] = await Promise.all([
      friction.entries(asked),
      this.#readReports(asked, caller.credentials),
    ]);
    return {
      entityRef,
      weeks: sumWeeks(entries, { window, zone }),
      ...(reports && { reports }),
    };
  }

  /** Throws a NotFoundError for an entity that the caller may not see. */
  async report(
    report: FrictionReportRequest & { entityRef: string },
    caller: ForUser,
  ): Promise<FrictionReport> {
    const { friction, userInfo } = this.#options;
    await this.#assertReporter(report.entityRef, caller);
    const { userEntityRef } = await userInfo.getUserInfo(caller.credentials);
    const row = await friction.put({ ...report, reportedBy: userEntityRef });
    return this.#toReport(row, userEntityRef);
  }

  /** Throws a NotFoundError for a report that does not exist, and for one that somebody else wrote. */
  async withdraw(
    report: { id: string; entityRef: string },
    caller: ForUser,
  ): Promise<void> {
    const { friction, userInfo } = this.#options;
    await this.#assertReporter(report.entityRef, caller);
    const { userEntityRef } = await userInfo.getUserInfo(caller.credentials);
    if (!(await friction.remove({ ...report, reportedBy: userEntityRef }))) {
      throw new NotFoundError(isolated`You have no report '${report.id}'`);
    }
  }

  async #assertReporter(entityRef: string, caller: ForUser): Promise<void> {
    const { db, visibility } = this.#options;
    const seen = await visibility.ofEntities([entityRef], {
      ...caller,
      permission: deliveryFrictionCreatePermission,
    });
    assertNoPerson(entityRef);
    await assertVisibleEntity(db, entityRef, seen);
  }

  /** Undefined for a caller who is of no owning team and wrote none; a service is neither. */
  async #readReports(
    query: Parameters<FrictionStore['entries']>[0],
    credentials: BackstageCredentials,
  ): Promise<FrictionReport[] | undefined> {
    const { auth, friction, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    const user = await userInfo.getUserInfo(credentials);
    const rows = await friction.reports({
      ...query,
      ownerRefs: user.ownershipEntityRefs,
      reportedBy: user.userEntityRef,
    });
    return rows.length > 0 || (await this.#isOwner(query.entityRef, user))
      ? rows.map(row => this.#toReport(row, user.userEntityRef))
      : undefined;
  }

  async #isOwner(entityRef: string, user: BackstageUserInfo): Promise<boolean> {
    const owned = await this.#options
      .db('entities')
      .where('entity_ref', entityRef)
      .whereIn('owner_ref', user.ownershipEntityRefs)
      .first('entity_ref');
    return owned !== undefined;
  }

  #toReport(row: DbFrictionReportRow, reader: string): FrictionReport {
    const reportedAt = new Date(Number(row.reported_at)).toISOString();
    return {
      id: row.id,
      entityRef: row.entity_ref,
      kind: row.kind as FrictionReport['kind'],
      ...(row.note !== null && { note: row.note }),
      minutes: row.minutes,
      day: localDay(reportedAt, this.#options.zone),
      isOwn: row.reported_by === reader,
    };
  }
}
