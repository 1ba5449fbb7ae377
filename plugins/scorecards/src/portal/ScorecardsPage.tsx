import { Content, Progress } from '@backstage/core-components';
import { PageContrast } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { ScorecardList } from './list';
import { ScorecardView } from './scorecard';
import { WaiversView } from './waivers';

const CampaignsView = lazy(() =>
  import('./campaigns').then(m => ({ default: m.CampaignsView })),
);
const CampaignView = lazy(() =>
  import('./campaigns').then(m => ({ default: m.CampaignView })),
);
const CampaignDraftView = lazy(() =>
  import('./campaigns').then(m => ({ default: m.CampaignDraftView })),
);
const HealthView = lazy(() =>
  import('./health').then(m => ({ default: m.HealthView })),
);
const Playground = lazy(() =>
  import('./playground').then(m => ({ default: m.Playground })),
);

const useStyles = makeStyles(
  theme => ({
    // The header of the app keeps its distance itself.
    content: { paddingTop: theme.spacing(1) },
  }),
  { name: 'FairleadScorecardsPage' },
);

/** All scorecards, one of them, their waivers, their campaigns, or the playground, as the path says. The header around it is drawn by the app. */
export function ScorecardsPage() {
  const classes = useStyles();
  return (
    <Content className={classes.content}>
      <PageContrast>
        <Suspense fallback={<Progress />}>
          <Routes>
            <Route path="/" element={<ScorecardList />} />
            <Route path="/waivers" element={<WaiversView />} />
            <Route path="/campaigns" element={<CampaignsView />} />
            <Route path="/campaigns/new" element={<CampaignDraftView />} />
            <Route path="/campaigns/:id" element={<CampaignView />} />
            <Route path="/health" element={<HealthView />} />
            <Route path="/playground" element={<Playground />} />
            <Route path="/:namespace/:name/*" element={<ScorecardView />} />
          </Routes>
        </Suspense>
      </PageContrast>
    </Content>
  );
}
