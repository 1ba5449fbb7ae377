import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import AssignmentTurnedInIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import { scorecardsApi, scorecardsScmApi } from './extensions/apis';
import { levelCatalogFilter } from './extensions/catalogFilters';
import {
  entityScorecardsCard,
  groupScorecardsCard,
} from './extensions/entityCards';
import { entityScorecardsContent } from './extensions/entityContents';
import { levelIconLink } from './extensions/entityIconLinks';
import { scorecardsHomeWidget } from './extensions/homeWidgets';
import { scorecardsPage } from './extensions/pages';
import { entityScorecardsRouteRef, rootRouteRef } from './routes';

/**
 * Scorecards for the new frontend system.
 *
 * @public
 */
export const scorecardsPlugin = createFrontendPlugin({
  pluginId: 'scorecards',
  title: 'Scorecards',
  icon: <AssignmentTurnedInIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entity: entityScorecardsRouteRef },
  extensions: [
    scorecardsApi,
    scorecardsScmApi,
    scorecardsPage,
    entityScorecardsCard,
    entityScorecardsContent,
    levelIconLink,
    groupScorecardsCard,
    scorecardsHomeWidget,
    levelCatalogFilter,
  ],
});
