/**
 * Runbooks for apps on the old frontend system.
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
import { RunbooksClient, runbooksApiRef } from './api';
import {
  homeRunbooksLayout,
  homeRunbooksSettings,
} from './homeWidget/settings';
import { rootRouteRef } from './routes';

/** @public */
export const runbooksPlugin = createPlugin({
  id: 'runbooks',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: runbooksApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => RunbooksClient.create({ fetchApi }),
    }),
  ],
});

/** What fires on an entity now, and whether its runbooks would hold tonight. @public */
export const EntityRunbooksCard = runbooksPlugin.provide(
  createComponentExtension({
    name: 'EntityRunbooksCard',
    component: {
      lazy: () => import('./entityCard').then(m => m.EntityRunbooksCard),
    },
  }),
);

/** The runbooks, alerts, uses and incidents of an entity, for a tab at the path `/runbooks`. @public */
export const EntityRunbooksContent = runbooksPlugin.provide(
  createComponentExtension({
    name: 'EntityRunbooksContent',
    component: {
      lazy: () => import('./entityTab').then(m => m.EntityRunbooksContent),
    },
  }),
);

/** Of an entity of the kind `Runbook`: what it serves, its health, and the way to its text. @public */
export const RunbookCard = runbooksPlugin.provide(
  createComponentExtension({
    name: 'RunbookCard',
    component: {
      lazy: () => import('./runbookCard').then(m => m.RunbookCard),
    },
  }),
);

/** The way to the runbook of what fires on an entity, else to the first one. @public */
export const EntityRunbookLink = runbooksPlugin.provide(
  createComponentExtension({
    name: 'EntityRunbookLink',
    component: {
      lazy: () => import('./aboutLink').then(m => m.EntityRunbookLink),
    },
  }),
);

/** All runbooks, one of them to read and use, alert coverage and incidents. @public */
export const RunbooksPage = runbooksPlugin.provide(
  createRoutableExtension({
    name: 'RunbooksPage',
    component: () => import('./portal').then(m => m.LegacyRunbooksPage),
    mountPoint: rootRouteRef,
  }),
);

/** What would fail a team tonight. @public */
export const GroupRunbooksCard = runbooksPlugin.provide(
  createComponentExtension({
    name: 'GroupRunbooksCard',
    component: {
      lazy: () => import('./teamCard').then(m => m.GroupRunbooksCard),
    },
  }),
);

/** A card of the home page: what fires on the services of the reader's teams. @public */
export const HomeRunbooksCard = runbooksPlugin.provide(
  createCardExtension<{ onlyPaging?: boolean; rows?: number }>({
    name: 'HomeRunbooksCard',
    title: 'Firing on my teams’ services',
    layout: homeRunbooksLayout,
    settings: homeRunbooksSettings,
    components: () =>
      import('./homeWidget').then(m => ({ Content: m.HomeRunbooks })),
  }),
);
