/**
 * Scorecards for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import {
  scmAuthApiRef,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { scorecardsApiRef, ScorecardsClient } from './api';
import { DefaultScorecardsScm, scorecardsScmApiRef } from './fixes/scm';
import {
  homeScorecardsLayout,
  homeScorecardsSettings,
} from './homeWidget/settings';
import { rootRouteRef } from './routes';

export { createScorecardLevelColumn } from './catalogColumn';

/** @public */
export const scorecardsPlugin = createPlugin({
  id: 'scorecards',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: scorecardsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => ScorecardsClient.create({ fetchApi }),
    }),
    createApiFactory({
      api: scorecardsScmApiRef,
      deps: { auth: scmAuthApiRef, integrations: scmIntegrationsApiRef },
      factory: deps => new DefaultScorecardsScm(deps),
    }),
  ],
});

/** All scorecards, one scorecard, and the playground. @public */
export const ScorecardsPage = scorecardsPlugin.provide(
  createRoutableExtension({
    name: 'ScorecardsPage',
    component: () => import('./portal').then(m => m.LegacyScorecardsPage),
    mountPoint: rootRouteRef,
  }),
);

/** Where an entity stands and what to do next. @public */
export const EntityScorecardsCard = scorecardsPlugin.provide(
  createComponentExtension({
    name: 'EntityScorecardsCard',
    component: {
      lazy: () => import('./entityCard').then(m => m.EntityScorecardsCard),
    },
  }),
);

/** All scorecards of an entity, for a tab at the path `/scorecards`. @public */
export const EntityScorecardsContent = scorecardsPlugin.provide(
  createComponentExtension({
    name: 'EntityScorecardsContent',
    component: {
      lazy: () => import('./entityTab').then(m => m.EntityScorecardsContent),
    },
  }),
);

/** Where the entities of a team and of the teams below it stand. @public */
export const GroupScorecardsCard = scorecardsPlugin.provide(
  createComponentExtension({
    name: 'GroupScorecardsCard',
    component: {
      lazy: () => import('./groupCard').then(m => m.GroupScorecardsCard),
    },
  }),
);

/** The level of an entity as a chip. @public */
export const EntityScorecardLevelChip = scorecardsPlugin.provide(
  createComponentExtension({
    name: 'EntityScorecardLevelChip',
    component: {
      lazy: () => import('./levelChip').then(m => m.EntityScorecardLevelChip),
    },
  }),
);

/** A filter of the catalog page by level. @public */
export const EntityScorecardLevelPicker = scorecardsPlugin.provide(
  createComponentExtension({
    name: 'EntityScorecardLevelPicker',
    component: {
      lazy: () =>
        import('./catalogFilter').then(m => m.EntityScorecardLevelPicker),
    },
  }),
);

/** A card of the home page: what the reader's teams own, worst first. @public */
export const HomeScorecardsCard = scorecardsPlugin.provide(
  createCardExtension<{ scorecard?: string; rows?: number }>({
    name: 'HomeScorecardsCard',
    title: 'Next steps for my teams',
    layout: homeScorecardsLayout,
    settings: homeScorecardsSettings,
    components: () =>
      import('./homeWidget').then(m => ({ Content: m.HomeScorecards })),
  }),
);
