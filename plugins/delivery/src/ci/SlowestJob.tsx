import { Link } from '@backstage/core-components';
import { JobSummary } from '@fairlead/backstage-plugin-delivery-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 3,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadSlowestJob' },
);

/** The job to look at first where CI is slow: its name, how long it takes, and a run of it. */
export function SlowestJob(props: { job: JobSummary }) {
  const { name, workflow, n, few, p90, example } = props.job;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  if (p90 === undefined || !example) {
    return null;
  }
  const { url, duration } = example;
  return (
    <>
      <Typography
        variant="body1"
        className={classes.root}
        title={[name, workflow].filter(Boolean).join(' · ')}
      >
        {few
          ? t('ci.slowestOfFew', {
              count: n,
              job: <strong>{name}</strong>,
              duration: formatDuration(duration),
            })
          : t('ci.slowest', {
              job: <strong>{name}</strong>,
              p90: formatDuration(p90),
            })}
      </Typography>
      {url && isWebLink(url) && (
        <Typography variant="body2" gutterBottom>
          <Link to={url} underline="always">
            {t('ci.example', { duration: formatDuration(duration) })}
          </Link>
        </Typography>
      )}
    </>
  );
}
