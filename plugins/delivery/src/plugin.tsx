import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import TimelineIcon from '@material-ui/icons/Timeline';
import { deliveryApi } from './extensions/apis';
import {
  entityDeliveryCard,
  groupDeliveryCard,
} from './extensions/entityCards';
import { entityDeliveryContent } from './extensions/entityContents';
import { deliveryHomeWidget } from './extensions/homeWidgets';
import { deliveryPage } from './extensions/pages';
import { entityDeliveryRouteRef, rootRouteRef } from './routes';

/**
 * Delivery for the new frontend system.
 *
 * @public
 */
export const deliveryPlugin = createFrontendPlugin({
  pluginId: 'delivery',
  title: 'Delivery',
  icon: <TimelineIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entity: entityDeliveryRouteRef },
  extensions: [
    deliveryApi,
    deliveryPage,
    entityDeliveryCard,
    entityDeliveryContent,
    groupDeliveryCard,
    deliveryHomeWidget,
  ],
});
