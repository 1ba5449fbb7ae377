import {
  FeedPage,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';

export interface FeedQuery {
  /** The cursor of the page before. */
  after?: string;
  kinds?: readonly RecordKind[];
  limit: number;
}

/** All records, for ever resumable. */
export interface Feed {
  /** A page: the records that changed after the cursor, in the order in which they changed. */
  read(query: FeedQuery): Promise<FeedPage>;
}
