import {
  FrictionKind,
  FrictionReportRequest,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';
import { DbFrictionReportRow } from '../../database/tables';
import { Visibility } from '../../catalog/visibility';

/** The reports of one kind on one moment, as sums are made of. */
export interface FrictionEntry {
  kind: FrictionKind;
  minutes: number;
  /** Milliseconds since the epoch. */
  reportedAt: number;
}

/** Which reports are asked for. */
export interface FrictionQuery {
  entityRef: string;
  window: TimeWindow;
  visibility: Visibility;
}

/** What engineers say gets in their way. */
export interface FrictionStore {
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

  /** What was reported of an entity and of what belongs to it, oldest first. */
  entries(query: FrictionQuery): Promise<FrictionEntry[]>;

  /** Single reports that one of these owners may read, or that this person wrote; newest first. */
  reports(
    query: FrictionQuery & { ownerRefs: readonly string[]; reportedBy: string },
  ): Promise<DbFrictionReportRow[]>;
}
