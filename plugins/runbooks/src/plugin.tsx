import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import MenuBookIcon from '@material-ui/icons/MenuBookOutlined';
import { runbooksApi } from './extensions/apis';
import {
  entityRunbooksCard,
  groupRunbooksCard,
  runbookCard,
} from './extensions/entityCards';
import { entityRunbooksContent } from './extensions/entityContents';
import { runbookIconLink } from './extensions/entityIconLinks';
import { runbooksHomeWidget } from './extensions/homeWidgets';
import { runbooksPage } from './extensions/pages';
import { entityRunbooksRouteRef, rootRouteRef } from './routes';

/**
 * Runbooks for the new frontend system.
 *
 * @public
 */
export const runbooksPlugin = createFrontendPlugin({
  pluginId: 'runbooks',
  title: 'Runbooks',
  icon: <MenuBookIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entity: entityRunbooksRouteRef },
  extensions: [
    runbooksApi,
    runbooksPage,
    entityRunbooksCard,
    runbookCard,
    entityRunbooksContent,
    runbookIconLink,
    groupRunbooksCard,
    runbooksHomeWidget,
  ],
});
