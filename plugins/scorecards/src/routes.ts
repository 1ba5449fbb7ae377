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

/** How scorecards themselves are doing, for those who run the portal. @public */
export const healthRouteRef = createSubRouteRef({
  id: 'scorecards-health',
  parent: rootRouteRef,
  path: '/health',
});

/** The waivers of all scorecards. @public */
export const waiversRouteRef = createSubRouteRef({
  id: 'scorecards-waivers',
  parent: rootRouteRef,
  path: '/waivers',
});

/** The campaigns of all scorecards. @public */
export const campaignsRouteRef = createSubRouteRef({
  id: 'scorecards-campaigns',
  parent: rootRouteRef,
  path: '/campaigns',
});

/** Where a campaign is drafted. @public */
export const newCampaignRouteRef = createSubRouteRef({
  id: 'scorecards-new-campaign',
  parent: rootRouteRef,
  path: '/campaigns/new',
});

/** One campaign. @public */
export const campaignRouteRef = createSubRouteRef({
  id: 'scorecards-campaign',
  parent: rootRouteRef,
  path: '/campaigns/:id',
});

/** The tab of an entity page. @public */
export const entityScorecardsRouteRef = createRouteRef({
  id: 'scorecards-entity',
});
