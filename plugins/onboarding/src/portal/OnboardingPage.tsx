import { Content, Progress } from '@backstage/core-components';
import { PageContrast } from '@fairlead/frontend-parts';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { OnboardingTabs } from './OnboardingTabs';

const MyJourneyPage = lazy(() =>
  import('../journey').then(m => ({ default: m.MyJourneyPage })),
);
const JourneyPage = lazy(() =>
  import('../journey').then(m => ({ default: m.JourneyPage })),
);
const TracksPage = lazy(() =>
  import('../tracks').then(m => ({ default: m.TracksPage })),
);
const TrackPage = lazy(() =>
  import('../tracks').then(m => ({ default: m.TrackPage })),
);

/** One's own journey, that of somebody else, all tracks or one of them, as the path says. The header around it is drawn by the app. */
export function OnboardingPage() {
  return (
    <Content>
      <PageContrast>
        <Suspense fallback={<Progress />}>
          <Routes>
            <Route
              path="/"
              element={
                <OnboardingTabs tab="mine">
                  <MyJourneyPage />
                </OnboardingTabs>
              }
            />
            <Route path="/journeys/:id" element={<JourneyPage />} />
            <Route
              path="/tracks"
              element={
                <OnboardingTabs tab="tracks">
                  <TracksPage />
                </OnboardingTabs>
              }
            />
            <Route
              path="/tracks/:namespace/:name"
              element={<TrackPage tab="plan" />}
            />
            <Route
              path="/tracks/:namespace/:name/insights"
              element={<TrackPage tab="insights" />}
            />
          </Routes>
        </Suspense>
      </PageContrast>
    </Content>
  );
}
