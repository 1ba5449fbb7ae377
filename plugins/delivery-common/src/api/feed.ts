import { JobSummary, MeasureId, MeasureUnit } from '../measures';
import { Origin } from '../origin';
import { DeliveryRecord } from '../records';

/** `GET /feed` @public */
export interface FeedPage {
  /** In the order in which they changed; a record that changed twice since stands once, at its last change. */
  items: DeliveryRecord[];
  /** Where the next page starts; the same as was given while there is nothing new. */
  cursor: string;
  /** There is more already. */
  hasMore: boolean;
}

/** How many days the answers of `GET /measure-values` are about. @public */
export const DELIVERY_VALUES_DAYS = 30;

/** What the measures of one entity are now, for `GET /measure-values`. @public */
export interface EntityMeasureValues {
  entityRef: string;
  /** As of when, ISO 8601. */
  measuredAt: string;
  /** The days that the values are about. */
  days: number;
  /** Those without data are left out. */
  values: {
    id: MeasureId;
    unit: MeasureUnit;
    n: number;
    value: number;
    percentiles?: { p50?: number; p75?: number; p90?: number };
    parts?: Record<string, number>;
  }[];
  /** The job that holds up the answers of CI the longest, absent where none is known. */
  slowestJob?: JobSummary;
}

/** `GET /measure-values` @public */
export interface MeasureValuesPage {
  items: EntityMeasureValues[];
  /** Where the next page starts; the same as was given while there is nothing new. */
  cursor: string;
}

/** What stands for a user in records, for `POST /people`. @public */
export interface UserPersons {
  userRef: string;
  /** The ref itself, and a keyed hash of each login that the user's annotations name. */
  persons: string[];
}

/** `POST /people` @public */
export interface PeopleResponse {
  /** In the order in which they were asked for, each once. */
  items: UserPersons[];
}

/** Which deployment first brought a change to production, for `GET /delivered-changes`. @public */
export interface DeliveredChange {
  /** The key of the change. */
  change: string;
  /** Keys that the change had before its repository was renamed: what is held under them is this one. */
  formerKeys?: string[];
  /** As in `Change`: missing where no source tells it, and of a bot. */
  author?: string;
  repo: string;
  /** The entity that was deployed. */
  entityRef: string;
  /** The key of the deployment. */
  deployment: string;
  /** When the deployment was done, ISO 8601. */
  deployedAt: string;
  title?: string;
  url?: string;
  origin?: Origin;
  /** It was told and does not hold any more. */
  revoked?: true;
}

/** `GET /delivered-changes` @public */
export interface DeliveredChangesPage {
  /** In the order in which they became known; one that changed twice since stands once, at its last change. */
  items: DeliveredChange[];
  /** Where the next page starts; the same as was given while there is nothing new. */
  cursor: string;
  /** There is more already. */
  hasMore: boolean;
}
