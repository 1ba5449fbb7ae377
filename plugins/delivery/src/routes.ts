import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The portal page of the plugin. @public */
export const rootRouteRef = createRouteRef({ id: 'delivery' });

/** How the sources are doing. @public */
export const sourcesRouteRef = createSubRouteRef({
  id: 'delivery-sources',
  parent: rootRouteRef,
  path: '/sources',
});

/** The tab of an entity page. @public */
export const entityDeliveryRouteRef = createRouteRef({ id: 'delivery-entity' });
