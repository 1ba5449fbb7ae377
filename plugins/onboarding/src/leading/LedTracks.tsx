import { LedTrack } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { onboardingTranslationRef } from '../translation';
import { LedJourney } from './LedJourney';

const useStyles = makeStyles(
  theme => ({
    track: { marginTop: theme.spacing(2) },
    list: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'FairleadLedTracks' },
);

/** Who of a team is on the tracks that the reader answers for, with what the reader can do for each of them. */
export function LedTracks(props: { tracks: readonly LedTrack[] }) {
  const { tracks } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [done, setDone] = useState<string>();
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('leading.intro')}
      </Typography>
      <Typography variant="body2" role="status">
        {done}
      </Typography>
      {tracks.map(track => {
        const { trackRef, title, version, journeys } = track;
        const isOfSeveral =
          tracks.filter(one => one.trackRef === trackRef).length > 1;
        const name = isOfSeveral
          ? t('leading.ofVersion', { track: title, version })
          : title;
        return (
          <section key={`${trackRef} ${version}`} className={classes.track}>
            <Typography variant="subtitle2" component="h3" gutterBottom>
              <bdi>{name}</bdi>
            </Typography>
            <ul className={classes.list} aria-label={name}>
              {journeys.map(journey => (
                <LedJourney
                  key={journey.journeyId}
                  track={track}
                  journey={journey}
                  onDone={setDone}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
