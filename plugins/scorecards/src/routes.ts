import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The portal page of the plugin. @public */
export const rootRouteRef = createRouteRef({ id: 'scorecards' });

/** One scorecard on the portal page. @public */
export const scorecardRouteRef = createSubRouteRef({
  id: 'scorecards-scorecard',
  parent: rootRouteRef,
  path: '/:namespace/:name',
});

/** Where definitions are tried out. @public */
export const playgroundRouteRef = createSubRouteRef({
  id: 'scorecards-playground',
  parent: rootRouteRef,
  path: '/playground',
});

/** The waivers of all scorecards. @public */
export const waiversRouteRef = createSubRouteRef({
  id: 'scorecards-waivers',
  parent: rootRouteRef,
  path: '/waivers',
});

/** The tab of an entity page. @public */
export const entityScorecardsRouteRef = createRouteRef({
  id: 'scorecards-entity',
});
