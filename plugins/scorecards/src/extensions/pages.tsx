import { PageBlueprint } from '@backstage/frontend-plugin-api';
import AssignmentTurnedInIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import { rootRouteRef } from '../routes';

/** All scorecards, one scorecard, and the playground. */
export const scorecardsPage = PageBlueprint.make({
  params: {
    path: '/scorecards',
    title: 'Scorecards',
    icon: <AssignmentTurnedInIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../portal').then(({ ScorecardsPage }) => <ScorecardsPage />),
  },
});
