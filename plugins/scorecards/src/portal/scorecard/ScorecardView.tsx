import { stringifyEntityRef } from '@backstage/catalog-model';
import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Navigate, useParams } from 'react-router-dom';
import { useLiveScorecard } from '../../api/queries';
import { scorecardRouteRef } from '../../routes';
import { ErrorPanel } from '../../states';
import { ScorecardContent } from './ScorecardContent';
import { ScorecardHeader } from './ScorecardHeader';
import { ScorecardNotFound } from './ScorecardNotFound';
import { ScorecardTabs } from './ScorecardTabs';
import { parseScorecardTab } from './tabs';

/** The page of one scorecard, with its parts as tabs. */
export function ScorecardView() {
  const { namespace = '', name = '', '*': rest = '' } = useParams();
  const scorecardRef = stringifyEntityRef({
    kind: 'scorecard',
    namespace,
    name,
  });
  const { data, error, refetch } = useLiveScorecard(scorecardRef);
  const tab = parseScorecardTab(rest);
  const path = useRouteRef(scorecardRouteRef);

  if (!tab) {
    return <Navigate to={path({ namespace, name })} replace />;
  }
  if (data) {
    return (
      <>
        <ScorecardHeader scorecard={data} />
        <ScorecardTabs scorecardRef={scorecardRef} tab={tab}>
          <ScorecardContent scorecard={data} tab={tab} />
        </ScorecardTabs>
      </>
    );
  }
  if (!error) {
    return <Progress />;
  }
  if ('statusCode' in error && error.statusCode === 404) {
    return <ScorecardNotFound name={name} />;
  }
  return <ErrorPanel error={error} onRetry={() => refetch()} />;
}
