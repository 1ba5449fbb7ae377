/**
 * Onboarding for apps on the old frontend system.
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
import { OnboardingClient, onboardingApiRef } from './api';
import { homeOnboardingLayout } from './homeWidget/settings';
import { rootRouteRef, scaffolderTaskRouteRef } from './routes';

/** @public */
export const onboardingPlugin = createPlugin({
  id: 'onboarding',
  routes: { root: rootRouteRef },
  externalRoutes: { scaffolderTask: scaffolderTaskRouteRef },
  apis: [
    createApiFactory({
      api: onboardingApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => OnboardingClient.create({ fetchApi }),
    }),
  ],
});

/** One's own journey, and all tracks, for the path `/onboarding`. @public */
export const OnboardingPage = onboardingPlugin.provide(
  createRoutableExtension({
    name: 'OnboardingPage',
    component: () => import('./portal').then(m => m.LegacyOnboardingPage),
    mountPoint: rootRouteRef,
  }),
);

/** What to read, run and try first on an entity; nothing for those who are not new on it. @public */
export const EntityNewHereCard = onboardingPlugin.provide(
  createComponentExtension({
    name: 'EntityNewHereCard',
    component: {
      lazy: () => import('./newHere').then(m => m.EntityNewHereCard),
    },
  }),
);

/** Of a user: one's own journey, or that of somebody whose buddy one is; nothing for everybody else. @public */
export const UserOnboardingCard = onboardingPlugin.provide(
  createComponentExtension({
    name: 'UserOnboardingCard',
    component: {
      lazy: () => import('./userCard').then(m => m.UserOnboardingCard),
    },
  }),
);

/** Who of a team is on a track, how long that takes, and what holds people up. @public */
export const GroupOnboardingCard = onboardingPlugin.provide(
  createComponentExtension({
    name: 'GroupOnboardingCard',
    component: {
      lazy: () => import('./team').then(m => m.GroupOnboardingCard),
    },
  }),
);

/** The onboarding of a team, for a tab at the path `/onboarding`. @public */
export const GroupOnboardingContent = onboardingPlugin.provide(
  createComponentExtension({
    name: 'GroupOnboardingContent',
    component: {
      lazy: () => import('./team').then(m => m.GroupOnboardingContent),
    },
  }),
);

/** A card of the home page: the next task of the reader, and how much others wait for. @public */
export const HomeOnboardingCard = onboardingPlugin.provide(
  createCardExtension({
    name: 'HomeOnboardingCard',
    title: 'My journey',
    layout: homeOnboardingLayout,
    components: () =>
      import('./homeWidget').then(m => ({ Content: m.HomeOnboarding })),
  }),
);
