import {
  Journey,
  JourneyMoment,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useDurationFormat } from '../states';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    moment: { padding: theme.spacing(0.5, 0) },
    time: { display: 'block', fontWeight: 600 },
    open: { display: 'block', color: theme.palette.text.secondary },
  }),
  { name: 'FairleadJourneyMoments' },
);

/** Whoever gets ready for on-call is not new at work: of their firsts these alone are what the track is for. */
const FIRSTS_ON_CALL: readonly JourneyMoment['id'][] = [
  'resolved-incident',
  'completed',
];

/** What was reached for the first time, and after how long; one made with an agent is told as one. */
export function Moments(props: {
  journey: Pick<Journey, 'moments' | 'purpose'>;
}) {
  const { moments, purpose } = props.journey;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const formatDuration = useDurationFormat();
  const time = useTimeFormat();
  const shown = moments.filter(
    ({ id }) => purpose !== 'on-call' || FIRSTS_ON_CALL.includes(id),
  );
  return (
    <section>
      <Typography variant="h6" component="h3">
        {t('journey.moments.title')}
      </Typography>
      <ul className={classes.list}>
        {shown.map(({ id, at, seconds, origin }) => (
          <li key={id} className={classes.moment}>
            {t(`journey.moments.moment.${id}`)}
            {at ? (
              <span className={classes.time} title={time.absolute(at)}>
                {t('journey.moments.after', {
                  duration: formatDuration(seconds),
                })}
                {origin === 'agent' && ` · ${t('journey.moments.agent')}`}
              </span>
            ) : (
              <span className={classes.open}>
                {t('journey.moments.open', {
                  duration: formatDuration(seconds),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Typography variant="caption" color="textSecondary" component="p">
        {t('journey.moments.private')}
      </Typography>
    </section>
  );
}
