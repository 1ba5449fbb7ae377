import { createPermission } from '@backstage/plugin-permission-common';

/** Read tracks, and one's own journeys and tasks. @public */
export const onboardingTrackReadPermission = createPermission({
  name: 'onboarding.track.read',
  attributes: { action: 'read' },
});

/** Begin a journey, complete and waive one's own tasks, ask for help and vote on documentation. @public */
export const onboardingJourneyUpdatePermission = createPermission({
  name: 'onboarding.journey.update',
  attributes: { action: 'update' },
});

/** Begin journeys of others and end them, name buddies, and waive tasks, on any track. @public */
export const onboardingJourneyUpdateAnyPermission = createPermission({
  name: 'onboarding.journey.update.any',
  attributes: { action: 'update' },
});

/** Read the times of cohorts and how tasks go. @public */
export const onboardingInsightsReadPermission = createPermission({
  name: 'onboarding.insights.read',
  attributes: { action: 'read' },
});

/** Read the values of all teams and tracks; for services. @public */
export const onboardingValueReadPermission = createPermission({
  name: 'onboarding.value.read',
  attributes: { action: 'read' },
});

/** All permissions of the onboarding plugin. @public */
export const onboardingPermissions = [
  onboardingTrackReadPermission,
  onboardingJourneyUpdatePermission,
  onboardingJourneyUpdateAnyPermission,
  onboardingInsightsReadPermission,
  onboardingValueReadPermission,
];
