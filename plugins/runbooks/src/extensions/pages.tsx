import { PageBlueprint } from '@backstage/frontend-plugin-api';
import MenuBookIcon from '@material-ui/icons/MenuBookOutlined';
import { rootRouteRef } from '../routes';

/** All runbooks, one of them to read and use, alert coverage and incidents. */
export const runbooksPage = PageBlueprint.make({
  params: {
    path: '/runbooks',
    title: 'Runbooks',
    icon: <MenuBookIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../portal').then(({ RunbooksPage }) => <RunbooksPage />),
  },
});
