import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The portal page of the plugin. What is below it is linked to by `usePageLinks`. @public */
export const rootRouteRef = createRouteRef({ id: 'onboarding' });

/** The tab of a group page. @public */
export const groupOnboardingRouteRef = createRouteRef({
  id: 'onboarding-group',
});

/** A run of a template, in the scaffolder of the portal if it has one. @public */
export const scaffolderTaskRouteRef = createExternalRouteRef({
  id: 'onboarding-scaffolder-task',
  params: ['taskId'],
  optional: true,
  defaultTarget: 'scaffolder.ongoingTask',
});
