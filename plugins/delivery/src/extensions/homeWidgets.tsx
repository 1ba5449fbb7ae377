import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  homeDeliveryLayout,
  homeDeliverySettings,
} from '../homeWidget/settings';

/** The changes of the reader and the reader's teams that wait, longest first. */
export const deliveryHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'DeliveryWaiting',
    title: 'Waiting for me and my teams',
    description: 'What waits of you and your teams, longest first',
    layout: homeDeliveryLayout,
    settings: homeDeliverySettings,
    components: () =>
      import('../homeWidget').then(m => ({ Content: m.HomeDelivery })),
  },
});
