import { DeliveredChangesPage } from '@fairlead/backstage-plugin-delivery-common';

export interface DeliveredChangesQuery {
  /** The cursor of the page before. */
  after?: string;
  limit: number;
}

/** Which deployment first brought each change to production, for ever resumable. */
export interface DeliveredChanges {
  /** A page: what became known, or ceased to hold, since the cursor, in this order. */
  read(query: DeliveredChangesQuery): Promise<DeliveredChangesPage>;
}
