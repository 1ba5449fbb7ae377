import { TrackInsights } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none', maxWidth: 480 },
    row: { padding: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
    bar: { height: 8, borderRadius: 4 },
  }),
  { name: 'FairleadFunnel' },
);

/** How many reached each milestone. */
export function Funnel(props: { funnel: TrackInsights['funnel'] }) {
  const { funnel } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return funnel.length > 0 ? (
    <ul className={classes.list} aria-label={t('insights.funnel')}>
      {funnel.map(({ milestoneId, title, reached, n }) => (
        <li key={milestoneId} className={classes.row}>
          <Typography variant="body2">
            <bdi>{title}</bdi>: {t('insights.funnelOf', { reached, n })}
          </Typography>
          <LinearProgress
            aria-hidden
            variant="determinate"
            value={n > 0 ? (reached / n) * 100 : 0}
            className={classes.bar}
          />
        </li>
      ))}
    </ul>
  ) : (
    <Typography variant="body2">{t('insights.funnelNone')}</Typography>
  );
}
