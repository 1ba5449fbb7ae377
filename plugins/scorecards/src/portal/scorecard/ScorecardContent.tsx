import { Progress } from '@backstage/core-components';
import { ScorecardDetailsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { lazy, Suspense } from 'react';
import { MatrixTab } from '../matrix';
import { RollupTab } from '../rollup';
import { ScorecardTab } from './tabs';

const DataTab = lazy(() =>
  import('../sources').then(m => ({ default: m.DataTab })),
);
const DefinitionTab = lazy(() =>
  import('../definition').then(m => ({ default: m.DefinitionTab })),
);
const TrendTab = lazy(() =>
  import('../trend').then(m => ({ default: m.TrendTab })),
);

/** What stands under a tab; those that need more code than the matrix load it when opened. */
export function ScorecardContent(props: {
  scorecard: ScorecardDetailsResponse;
  tab: ScorecardTab;
}) {
  return <Suspense fallback={<Progress />}>{content()}</Suspense>;

  function content() {
    const { scorecard, tab } = props;
    switch (tab) {
      case 'rollup':
        return <RollupTab scorecard={scorecard} />;
      case 'trend':
        return <TrendTab scorecard={scorecard} />;
      case 'definition':
        return <DefinitionTab scorecard={scorecard} />;
      case 'data':
        return <DataTab scorecard={scorecard} />;
      default:
        return <MatrixTab scorecard={scorecard} />;
    }
  }
}
