import { MeasureId, MeasureUnit } from '../measures';
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
}

/** `GET /measure-values` @public */
export interface MeasureValuesPage {
  items: EntityMeasureValues[];
  /** Where the next page starts; the same as was given while there is nothing new. */
  cursor: string;
}
