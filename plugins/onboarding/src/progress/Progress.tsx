import { JourneyProgress } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  { bar: { height: 8, borderRadius: 4, maxWidth: 360 } },
  { name: 'FairleadOnboardingProgress' },
);

/** How far something is: in words, with a bar below them where anything counts. */
export function Progress(props: {
  progress: JourneyProgress;
  /** Leaves out what is optional and what was left out. */
  isShort?: boolean;
}) {
  const { progress, isShort = false } = props;
  const { done, total, optionalDone, optionalTotal, waived } = progress;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const words = [
    total > 0 ? t('progress.done', { done, total }) : t('progress.nothing'),
    ...(optionalTotal > 0 && !isShort
      ? [t('progress.optional', { done: optionalDone, total: optionalTotal })]
      : []),
    ...(waived > 0 && !isShort
      ? [t('progress.waived', { count: waived })]
      : []),
  ].join(' · ');
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {words}
      </Typography>
      {total > 0 && (
        <LinearProgress
          aria-hidden
          variant="determinate"
          value={(done / total) * 100}
          className={classes.bar}
        />
      )}
    </>
  );
}
