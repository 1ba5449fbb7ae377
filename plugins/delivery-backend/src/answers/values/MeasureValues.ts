import { MeasureValuesPage } from '@fairlead/backstage-plugin-delivery-common';

export interface MeasureValuesQuery {
  /** The cursor of the page before. */
  after?: string;
  limit: number;
}

/** The values of entities over the last thirty days, for ever resumable. */
export interface MeasureValues {
  /** A page: the entities that were measured again since the cursor, in the order of their revisions. */
  read(query: MeasureValuesQuery): Promise<MeasureValuesPage>;
}
