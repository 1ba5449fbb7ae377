import { LinkButton } from '@backstage/core-components';
import { TrackDetail } from '@fairlead/backstage-plugin-onboarding-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useMine } from '../api/queries';
import { isUnderWay } from '../journey/isUnderWay';
import { usePageLinks } from '../links';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { onboardingTranslationRef } from '../translation';
import { AssignDialog } from './AssignDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0),
    },
  }),
  { name: 'FairleadTrackActions' },
);

/** Begins the track for oneself, or for somebody else where one answers for it. */
export function TrackActions(props: { track: TrackDetail }) {
  const { track } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  const mayUpdate = useMayUpdate();
  const { data: mine } = useMine();
  const [isOpen, setIsOpen] = useState(false);
  const [assigned, setAssigned] = useState<{ startAt?: string }>();
  const start = useJourneyMutation(api =>
    api.startJourney({ track: track.trackRef }),
  );
  const journey = mine?.journeys.find(
    one => one.trackRef === track.trackRef && isUnderWay(one),
  );
  const isStartable = mine?.startable.some(
    one => one.trackRef === track.trackRef,
  );
  return (
    <>
      <div className={classes.root}>
        {journey && (
          <LinkButton
            to={links.journey(journey.id)}
            variant="contained"
            color="primary"
          >
            {t('tracks.start.mine')}
          </LinkButton>
        )}
        {!journey && isStartable && mayUpdate && (
          <Button
            variant="contained"
            color="primary"
            disabled={start.isPending}
            onClick={() => start.mutate()}
          >
            {t('tracks.start.self')}
          </Button>
        )}
        {track.isMine && mayUpdate && track.starts.includes('assignment') && (
          <Button variant="outlined" onClick={() => setIsOpen(true)}>
            {t('tracks.start.assign')}
          </Button>
        )}
      </div>
      <Typography variant="body2" role="status">
        {assigned && sayWhen(assigned)}
      </Typography>
      <MutationError error={start.error} />
      {isOpen && (
        <AssignDialog
          track={track}
          onClose={() => setIsOpen(false)}
          onDone={startAt => {
            setIsOpen(false);
            setAssigned({ startAt });
          }}
        />
      )}
    </>
  );

  function sayWhen({ startAt }: { startAt?: string }) {
    return startAt !== undefined && Date.parse(startAt) > Date.now()
      ? t('tracks.start.later', { day: <Day time={startAt} /> })
      : t('tracks.start.done');
  }
}
