import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { DELIVERED_KINDS } from './kinds';

/** Where the work on an entity waits, and the four numbers of its delivery. */
export const entityDeliveryCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: { kind: { $in: DELIVERED_KINDS } },
    loader: () => import('../entityCard').then(m => <m.EntityDeliveryCard />),
  },
});

/** Where the work of a team waits, and the four numbers of its delivery. */
export const groupDeliveryCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () => import('../teamCard').then(m => <m.GroupDeliveryCard />),
  },
});
