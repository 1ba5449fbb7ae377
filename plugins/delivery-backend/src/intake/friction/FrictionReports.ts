import { FrictionReportRequest } from '@fairlead/backstage-plugin-delivery-common';
import { DbFrictionReportRow } from '../../database/tables';

/** What engineers say gets in their way. */
export interface FrictionReports {
  /**
   * Stores a report for the team that owns the entity. The same report of the same person within a minute is stored
   * once, and answered again.
   *
   * @throws TooManyRequestsError if the person has reported as much as there may be in seven days
   */
  put(
    report: FrictionReportRequest & { entityRef: string; reportedBy: string },
  ): Promise<DbFrictionReportRow>;

  /** Removes a report of this person. False if there is none. */
  remove(report: {
    id: string;
    entityRef: string;
    reportedBy: string;
  }): Promise<boolean>;
}
