import { Link } from '@backstage/core-components';
import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { usePageLinks } from '../links';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    text: { flex: '1 1 240px', minWidth: 0 },
  }),
  { name: 'FairleadStartTracks' },
);

/** The tracks that the reader may begin by themselves, each with its button; nothing where there is none. */
export function StartTracks(props: { startable: MyJourneys['startable'] }) {
  const { startable } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  const mayUpdate = useMayUpdate();
  const start = useJourneyMutation((api, track: string) =>
    api.startJourney({ track }),
  );
  return startable.length > 0 ? (
    <Box mt={3} component="section">
      <Typography variant="h6" component="h3">
        {t('journey.start.title')}
      </Typography>
      <ul className={classes.list}>
        {startable.map(({ trackRef, title, purpose, description }) => (
          <li key={trackRef} className={classes.row}>
            <div className={classes.text}>
              <Link to={links.track(trackRef)}>
                <bdi>{title}</bdi>
              </Link>
              <Typography variant="body2" color="textSecondary">
                {description ?? t(`states.purpose.${purpose}`)}
              </Typography>
            </div>
            {mayUpdate && (
              <Button
                variant="outlined"
                size="small"
                disabled={start.isPending}
                aria-label={t('journey.start.label', { title })}
                onClick={() => start.mutate(trackRef)}
              >
                {t('journey.start.button')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <MutationError error={start.error} />
    </Box>
  ) : null;
}
