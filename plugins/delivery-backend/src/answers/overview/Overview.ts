import { OwnershipView } from '@fairlead/backstage-plugin-delivery-common';

export interface OverviewQuery {
  from?: string;
  to?: string;
  view: OwnershipView;
}

/** Where the whole organisation and its teams stand. */
export interface Overview<TScope> {
  /** Answers an `OverviewResponse` as JSON. */
  read(
    query: OverviewQuery,
    scope: TScope,
  ): Promise<{ etag: string; json: string }>;
}
