import { Content, Progress } from '@backstage/core-components';
import { PageContrast } from '@fairlead/frontend-parts';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { RunbooksTabs } from './RunbooksTabs';

const RegistryPage = lazy(() =>
  import('../registry').then(m => ({ default: m.RegistryPage })),
);
const CoveragePage = lazy(() =>
  import('../alertCoverage').then(m => ({ default: m.CoveragePage })),
);
const IncidentsPage = lazy(() =>
  import('../incidents').then(m => ({ default: m.IncidentsPage })),
);
const IncidentPage = lazy(() =>
  import('../incidents').then(m => ({ default: m.IncidentPage })),
);
const ForAlertPage = lazy(() =>
  import('../forAlert').then(m => ({ default: m.ForAlertPage })),
);
const ReadingPage = lazy(() =>
  import('../reading').then(m => ({ default: m.ReadingPage })),
);

/** All runbooks, one of them, alert coverage or incidents, as the path says. The header around it is drawn by the app. */
export function RunbooksPage() {
  return (
    <Content>
      <PageContrast>
        <Suspense fallback={<Progress />}>
          <Routes>
            <Route
              path="/"
              element={
                <RunbooksTabs tab="runbooks">
                  <RegistryPage />
                </RunbooksTabs>
              }
            />
            <Route
              path="/coverage"
              element={
                <RunbooksTabs tab="coverage">
                  <CoveragePage />
                </RunbooksTabs>
              }
            />
            <Route
              path="/incidents"
              element={
                <RunbooksTabs tab="incidents">
                  <IncidentsPage />
                </RunbooksTabs>
              }
            />
            <Route path="/incidents/:id" element={<IncidentPage />} />
            <Route path="/for" element={<ForAlertPage />} />
            <Route path="/:id" element={<ReadingPage />} />
          </Routes>
        </Suspense>
      </PageContrast>
    </Content>
  );
}
