import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { groupOnboardingRouteRef } from '../routes';

/** The onboarding of a team. */
export const groupOnboardingContent = EntityContentBlueprint.make({
  name: 'team',
  params: {
    path: '/onboarding',
    title: 'Onboarding',
    routeRef: groupOnboardingRouteRef,
    filter: { kind: 'group' },
    loader: () => import('../team').then(m => <m.GroupOnboardingContent />),
  },
});
