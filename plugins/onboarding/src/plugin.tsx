import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import ExploreIcon from '@material-ui/icons/ExploreOutlined';
import { onboardingApi } from './extensions/apis';
import {
  entityNewHereCard,
  groupOnboardingCard,
  userOnboardingCard,
} from './extensions/entityCards';
import { groupOnboardingContent } from './extensions/entityContents';
import { onboardingHomeWidget } from './extensions/homeWidgets';
import { onboardingPage } from './extensions/pages';
import {
  groupOnboardingRouteRef,
  rootRouteRef,
  scaffolderTaskRouteRef,
} from './routes';

/**
 * Onboarding for the new frontend system.
 *
 * @public
 */
export const onboardingPlugin = createFrontendPlugin({
  pluginId: 'onboarding',
  title: 'Onboarding',
  icon: <ExploreIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, group: groupOnboardingRouteRef },
  externalRoutes: { scaffolderTask: scaffolderTaskRouteRef },
  extensions: [
    onboardingApi,
    onboardingPage,
    entityNewHereCard,
    userOnboardingCard,
    groupOnboardingCard,
    groupOnboardingContent,
    onboardingHomeWidget,
  ],
});
