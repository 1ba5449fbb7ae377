import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityDeliveryRouteRef } from '../routes';
import { DELIVERED_KINDS } from './kinds';

/** The delivery of an entity in full. */
export const entityDeliveryContent = EntityContentBlueprint.make({
  params: {
    path: '/delivery',
    title: 'Delivery',
    // No portal has this group until it defines it: till then the tab stands for itself.
    group: 'delivery',
    routeRef: entityDeliveryRouteRef,
    filter: { kind: { $in: [...DELIVERED_KINDS, 'group'] } },
    loader: () => import('../entityTab').then(m => <m.EntityDeliveryContent />),
  },
});
