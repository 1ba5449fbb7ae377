import { PageBlueprint } from '@backstage/frontend-plugin-api';
import ExploreIcon from '@material-ui/icons/ExploreOutlined';
import { rootRouteRef } from '../routes';

/** One's own journey, and all tracks. */
export const onboardingPage = PageBlueprint.make({
  params: {
    path: '/onboarding',
    title: 'My journey',
    icon: <ExploreIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../portal').then(({ OnboardingPage }) => <OnboardingPage />),
  },
});
