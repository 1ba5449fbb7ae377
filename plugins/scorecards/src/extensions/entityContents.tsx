import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityScorecardsRouteRef } from '../routes';
import { SCORED_KINDS } from './kinds';

/** All scorecards of an entity, check by check. */
export const entityScorecardsContent = EntityContentBlueprint.make({
  params: {
    path: '/scorecards',
    title: 'Scorecards',
    // No portal has this group until it defines it: till then the tab stands for itself.
    group: 'scorecards',
    routeRef: entityScorecardsRouteRef,
    filter: { kind: { $in: [...SCORED_KINDS, 'group'] } },
    loader: () =>
      import('../entityTab').then(m => <m.EntityScorecardsContent />),
  },
});
