import { Journey } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginTop: theme.spacing(1.5),
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'FairleadNewerVersion' },
);

/** Offers to move a journey to what the track is by now. */
export function NewerVersion(props: { journey: Journey; newer: number }) {
  const { journey, newer } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const move = useJourneyMutation(api => api.moveJourney(journey.id));
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="p">
        {t('journey.newer.title')}
      </Typography>
      <Typography variant="body2" gutterBottom>
        {t('journey.newer.text', { version: journey.version, newer })}
      </Typography>
      {mayUpdate && (
        <Button
          size="small"
          variant="outlined"
          disabled={move.isPending}
          onClick={() => move.mutate()}
        >
          {t('journey.newer.move')}
        </Button>
      )}
      <MutationError error={move.error} />
    </div>
  );
}
