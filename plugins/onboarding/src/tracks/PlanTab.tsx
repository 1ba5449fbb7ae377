import { TrackDetail } from '@fairlead/backstage-plugin-onboarding-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { onboardingTranslationRef } from '../translation';
import { Plan } from './Plan';
import { Preview } from './Preview';

/** The plan of a track, how journeys on it start, its versions, and what it comes to for somebody. */
export function PlanTab(props: { track: TrackDetail }) {
  const { track } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <>
      {track.missing.length > 0 && (
        <Typography variant="body1" role="note" gutterBottom>
          {t('tracks.missing', { tracks: track.missing.join(', ') })}
        </Typography>
      )}
      <Plan milestones={track.plan} />
      <Box mt={3}>
        <Typography variant="h6" component="h3">
          {t('tracks.starts.label')}
        </Typography>
        <ul>
          {track.starts.map(start => (
            <Typography key={start} component="li" variant="body2">
              {t(`tracks.starts.${start}`)}
            </Typography>
          ))}
        </ul>
      </Box>
      <Box mt={3}>
        <Typography variant="h6" component="h3">
          {t('tracks.versions')}
        </Typography>
        <ul>
          {track.versions.map(({ version, at }) => (
            <Typography key={version} component="li" variant="body2">
              {t('tracks.version', { version, day: <Day time={at} /> })}
            </Typography>
          ))}
        </ul>
        <Typography variant="body2" color="textSecondary">
          {t('tracks.versionNote')}
        </Typography>
      </Box>
      <Preview track={track} />
    </>
  );
}
