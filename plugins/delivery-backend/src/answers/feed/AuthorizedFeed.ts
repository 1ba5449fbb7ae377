import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, ForCaller } from '@fairlead/backend-routes';
import { deliveryRecordReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { Feed, FeedQuery } from './Feed';

/** The feed for who may read records. */
export class AuthorizedFeed {
  readonly #feed: Feed;
  readonly #permissions: PermissionsService;

  static create(feed: Feed, permissions: PermissionsService): AuthorizedFeed {
    return new AuthorizedFeed(feed, permissions);
  }

  private constructor(feed: Feed, permissions: PermissionsService) {
    this.#feed = feed;
    this.#permissions = permissions;
  }

  async read(query: FeedQuery, caller: ForCaller) {
    await assertAllowed(
      this.#permissions,
      deliveryRecordReadPermission,
      caller,
    );
    return this.#feed.read(query);
  }
}
