import { createRouteRef } from '@backstage/core-plugin-api';

/** The portal page of the plugin. What is below it is linked to by `usePageLinks`. @public */
export const rootRouteRef = createRouteRef({ id: 'runbooks' });

/** The tab of an entity page. @public */
export const entityRunbooksRouteRef = createRouteRef({ id: 'runbooks-entity' });
