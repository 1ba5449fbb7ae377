import { Content, Progress } from '@backstage/core-components';
import { PageContrast } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DeliveryTabs } from './DeliveryTabs';
import { Overview } from './overview';

const SourcesPage = lazy(() =>
  import('../health').then(m => ({ default: m.SourcesPage })),
);

const useStyles = makeStyles(
  theme => ({
    // The header of the app keeps its distance itself.
    content: { paddingTop: theme.spacing(1) },
  }),
  { name: 'FairleadDeliveryPage' },
);

/** The organisation as a whole, or the sources of its data, as the path says. The header around it is drawn by the app. */
export function DeliveryPage() {
  const classes = useStyles();
  return (
    <Content className={classes.content}>
      <PageContrast>
        <Suspense fallback={<Progress />}>
          <Routes>
            <Route
              path="/"
              element={
                <DeliveryTabs tab="overview">
                  <Overview />
                </DeliveryTabs>
              }
            />
            <Route
              path="/sources"
              element={
                <DeliveryTabs tab="sources">
                  <SourcesPage />
                </DeliveryTabs>
              }
            />
            <Route path="*" element={<Navigate to=".." replace />} />
          </Routes>
        </Suspense>
      </PageContrast>
    </Content>
  );
}
