import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  DeliveredChangesPage,
  EntityMeasureValues,
  FeedPage,
  RecordKind,
  UserPersons,
} from '@fairlead/backstage-plugin-delivery-common';
import { DeliveryServiceClient } from './DeliveryServiceClient';

/**
 * The delivery backend as other backends see it.
 *
 * @public
 */
export interface DeliveryService {
  /**
   * Every merged record once more each time it changes, in a stable order; see `GET /feed`.
   *
   * @param options - `after` is the cursor of the page before; without it the feed starts at its beginning
   */
  readFeed(options?: {
    after?: string;
    kinds?: readonly RecordKind[];
    limit?: number;
  }): Promise<FeedPage>;
  /**
   * The measures of the entities that were measured again, page by page; see `GET /measure-values`.
   *
   * @param options - `after` is the cursor of the page before
   */
  readMeasureValues(options?: {
    after?: string;
    limit?: number;
  }): Promise<{ items: EntityMeasureValues[]; cursor: string }>;
  /**
   * What stands for users in records; see `POST /people`.
   *
   * @param options - at most 200 users
   */
  readPeople(options: {
    userRefs: readonly string[];
  }): Promise<{ items: UserPersons[] }>;
  /**
   * Which deployment first brought each change to production, page by page; see `GET /delivered-changes`.
   *
   * @param options - `after` is the cursor of the page before
   */
  readDeliveredChanges(options?: {
    after?: string;
    limit?: number;
  }): Promise<DeliveredChangesPage>;
}

/**
 * Reaches the delivery backend from another plugin, with that plugin's own credentials.
 *
 * @public
 */
export const deliveryServiceRef = createServiceRef<DeliveryService>({
  id: 'delivery.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => DeliveryServiceClient.create(deps),
    }),
});
