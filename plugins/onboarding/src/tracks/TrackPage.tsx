import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  BackLink,
  PageTabs,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { useTrack } from '../api/queries';
import { InsightsTab } from '../insights';
import { usePageLinks } from '../links';
import { Loaded } from '../states';
import { onboardingTranslationRef } from '../translation';
import { PlanTab } from './PlanTab';
import { TrackActions } from './TrackActions';
import { TrackFacts } from './TrackFacts';

/** One track: its plan with what one can do with it, or how it goes. */
export function TrackPage(props: { tab: 'plan' | 'insights' }) {
  const { tab } = props;
  const { namespace = '', name = '' } = useParams();
  const trackRef = stringifyEntityRef({
    kind: 'onboardingtrack',
    namespace,
    name,
  });
  const query = useTrack(trackRef);
  const links = usePageLinks();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const tabs = (content: ReactNode) => (
    <PageTabs
      idPrefix="track"
      label={t('tracks.tab.label')}
      tabs={[
        {
          id: 'plan',
          title: t('tracks.tab.plan'),
          path: links.track(trackRef),
        },
        {
          id: 'insights',
          title: t('tracks.tab.insights'),
          path: links.insights(trackRef),
        },
      ]}
      open={tab}
    >
      {content}
    </PageTabs>
  );
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <BackLink to={links.tracks()}>{t('tracks.back')}</BackLink>
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={320} />}>
        {track => (
          <>
            <Typography variant="h5" component="h2">
              <bdi>{track.title}</bdi>
            </Typography>
            {track.description && (
              <Typography variant="body1">{track.description}</Typography>
            )}
            <TrackFacts track={track} />
            <TrackActions track={track} />
            {tabs(
              tab === 'plan' ? (
                <PlanTab track={track} />
              ) : (
                <InsightsTab trackRef={track.trackRef} />
              ),
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
