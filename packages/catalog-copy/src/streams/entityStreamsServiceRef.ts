import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultEntityStreams } from './DefaultEntityStreams';
import { EntityStreams } from './EntityStreams';

/**
 * The streams that the families of this process share.
 *
 * @public
 */
export const entityStreamsServiceRef = createServiceRef<EntityStreams>({
  id: 'catalog-copy.streams',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => DefaultEntityStreams.create(),
    }),
});
