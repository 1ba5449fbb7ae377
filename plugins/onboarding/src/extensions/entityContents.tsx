import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { groupOnboardingRouteRef } from '../routes';

/** The onboarding of a team. */
export const groupOnboardingContent = EntityContentBlueprint.make({
  name: 'team',
  params: {
    path: '/onboarding',
    title: 'Onboarding',
    // No portal has this group until it defines it: till then the tab stands for itself.
    group: 'onboarding',
    routeRef: groupOnboardingRouteRef,
    filter: { kind: 'group' },
    loader: () => import('../team').then(m => <m.GroupOnboardingContent />),
  },
});
