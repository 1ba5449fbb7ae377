import { UserInfoService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ForUser } from '@fairlead/backend-routes';
import {
  deliveryFrictionCreatePermission,
  FrictionReport,
  FrictionReportRequest,
} from '@fairlead/backstage-plugin-delivery-common';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import {
  assertNoPerson,
  assertVisibleEntity,
  VisibilityService,
} from '../../catalog/visibility';
import { FrictionReports } from './FrictionReports';
import { toFrictionReport } from './toFrictionReport';

export interface AuthorizedFrictionReportsOptions {
  db: Knex;
  userInfo: UserInfoService;
  visibility: VisibilityService;
  /** In which days are counted. */
  zone: string;
}

/** Reports of callers from outside, on entities that they may see. */
export class AuthorizedFrictionReports {
  readonly #options: AuthorizedFrictionReportsOptions;
  readonly #reports: FrictionReports;

  static create(
    reports: FrictionReports,
    options: AuthorizedFrictionReportsOptions,
  ): AuthorizedFrictionReports {
    return new AuthorizedFrictionReports(reports, options);
  }

  private constructor(
    reports: FrictionReports,
    options: AuthorizedFrictionReportsOptions,
  ) {
    this.#options = options;
    this.#reports = reports;
  }

  /** Throws a NotFoundError for an entity that the caller may not see. */
  async put(
    report: FrictionReportRequest & { entityRef: string },
    caller: ForUser,
  ): Promise<FrictionReport> {
    const { zone } = this.#options;
    const reader = await this.#assertReporter(report.entityRef, caller);
    const row = await this.#reports.put({ ...report, reportedBy: reader });
    return toFrictionReport(row, { reader, zone });
  }

  /** Throws a NotFoundError for a report that does not exist, and for one that somebody else wrote. */
  async withdraw(
    report: { id: string; entityRef: string },
    caller: ForUser,
  ): Promise<void> {
    const reportedBy = await this.#assertReporter(report.entityRef, caller);
    if (!(await this.#reports.remove({ ...report, reportedBy }))) {
      throw new NotFoundError(isolated`You have no report '${report.id}'`);
    }
  }

  /** Answers the ref of the user who reports. */
  async #assertReporter(entityRef: string, caller: ForUser): Promise<string> {
    const { db, userInfo, visibility } = this.#options;
    const seen = await visibility.ofEntities([entityRef], {
      ...caller,
      permission: deliveryFrictionCreatePermission,
    });
    assertNoPerson(entityRef);
    await assertVisibleEntity(db, entityRef, seen);
    const { userEntityRef } = await userInfo.getUserInfo(caller.credentials);
    return userEntityRef;
  }
}
