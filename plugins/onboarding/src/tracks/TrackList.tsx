import { Link } from '@backstage/core-components';
import { TrackSummary } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { usePageLinks } from '../links';
import { onboardingTranslationRef } from '../translation';
import { TrackFacts } from './TrackFacts';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    row: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    title: { ...theme.typography.h6 },
  }),
  { name: 'FairleadTrackList' },
);

/** Tracks, each with what it is for and who looks after it. */
export function TrackList(props: { tracks: readonly TrackSummary[] }) {
  const classes = useStyles();
  const links = usePageLinks();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <ul className={classes.list} aria-label={t('portal.tabs.tracks')}>
      {props.tracks.map(track => (
        <li key={track.trackRef} className={classes.row}>
          <Link to={links.track(track.trackRef)} className={classes.title}>
            <bdi>{track.title}</bdi>
          </Link>
          {track.description && (
            <Typography variant="body1">{track.description}</Typography>
          )}
          <TrackFacts track={track} />
        </li>
      ))}
    </ul>
  );
}
