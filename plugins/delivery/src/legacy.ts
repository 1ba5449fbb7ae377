/**
 * Delivery for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { DeliveryClient, deliveryApiRef } from './api';
import {
  homeDeliveryLayout,
  homeDeliverySettings,
} from './homeWidget/settings';
import { rootRouteRef } from './routes';

/** @public */
export const deliveryPlugin = createPlugin({
  id: 'delivery',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: deliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => DeliveryClient.create({ fetchApi }),
    }),
  ],
});

/** Where the work on an entity waits, and the four numbers of its delivery. @public */
export const EntityDeliveryCard = deliveryPlugin.provide(
  createComponentExtension({
    name: 'EntityDeliveryCard',
    component: {
      lazy: () => import('./entityCard').then(m => m.EntityDeliveryCard),
    },
  }),
);

/** The delivery of an entity in full, for a tab at the path `/delivery`. @public */
export const EntityDeliveryContent = deliveryPlugin.provide(
  createComponentExtension({
    name: 'EntityDeliveryContent',
    component: {
      lazy: () => import('./entityTab').then(m => m.EntityDeliveryContent),
    },
  }),
);

/** Where the whole organisation waits, its teams side by side, and the sources of the data. @public */
export const DeliveryPage = deliveryPlugin.provide(
  createRoutableExtension({
    name: 'DeliveryPage',
    component: () => import('./portal').then(m => m.LegacyDeliveryPage),
    mountPoint: rootRouteRef,
  }),
);

/** Where the work of a team waits, and the four numbers of its delivery. @public */
export const GroupDeliveryCard = deliveryPlugin.provide(
  createComponentExtension({
    name: 'GroupDeliveryCard',
    component: {
      lazy: () => import('./teamCard').then(m => m.GroupDeliveryCard),
    },
  }),
);

/** A card of the home page: the changes of the reader and the reader's teams that wait, longest first. @public */
export const HomeDeliveryCard = deliveryPlugin.provide(
  createCardExtension<{ mineFirst?: boolean; rows?: number }>({
    name: 'HomeDeliveryCard',
    title: 'Waiting for me and my teams',
    layout: homeDeliveryLayout,
    settings: homeDeliverySettings,
    components: () =>
      import('./homeWidget').then(m => ({ Content: m.HomeDelivery })),
  }),
);
