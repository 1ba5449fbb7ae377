import {
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../translation';
import { TrendPoint } from './trendPoints';
import { Sparkline } from './Sparkline';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'FairleadScoreTrend' },
);

/** Where a score comes from, as a line and in words. */
export function ScoreTrend(props: { points: readonly TrendPoint[] }) {
  const { points } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const formatNumber = useNumberFormat();
  if (points.length < 2) {
    return null;
  }
  const change = points[points.length - 1].score - points[0].score;
  const day = time.day(points[0].day);
  const moved = { day, points: formatNumber(Math.abs(change)) };
  return (
    <span className={classes.root}>
      <Sparkline points={points} />
      {change === 0 && t('groupCard.same', { day })}
      {change > 0 && t('groupCard.up', moved)}
      {change < 0 && t('groupCard.down', moved)}
    </span>
  );
}
