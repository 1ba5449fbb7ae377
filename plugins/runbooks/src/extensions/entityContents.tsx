import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityRunbooksRouteRef } from '../routes';
import { SERVED_KINDS } from './kinds';

/** The runbooks, alerts, uses and incidents of an entity. */
export const entityRunbooksContent = EntityContentBlueprint.make({
  params: {
    path: '/runbooks',
    title: 'Runbooks',
    // No portal has this group until it defines it: till then the tab stands for itself.
    group: 'runbooks',
    routeRef: entityRunbooksRouteRef,
    filter: { kind: { $in: SERVED_KINDS } },
    loader: () => import('../entityTab').then(m => <m.EntityRunbooksContent />),
  },
});
