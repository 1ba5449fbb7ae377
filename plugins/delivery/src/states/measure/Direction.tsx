import {
  Comparison,
  MeasureUnit,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import TrendingDownIcon from '@material-ui/icons/TrendingDown';
import TrendingFlatIcon from '@material-ui/icons/TrendingFlat';
import TrendingUpIcon from '@material-ui/icons/TrendingUp';
import { DateTime } from 'luxon';
import { deliveryTranslationRef } from '../../translation';
import { useMeasureFormat } from './useMeasureFormat';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      color: theme.palette.text.secondary,
      ...theme.typography.caption,
    },
    icon: { fontSize: 16, flexShrink: 0 },
    better: { color: theme.palette.status.ok },
    worse: { color: theme.palette.status.warning },
    same: {},
  }),
  { name: 'FairleadDirection' },
);

/**
 * Whether a measure is better or worse than in as many days before, in words. The arrow says where the value
 * went, its colour what the words say.
 */
export function Direction(props: {
  comparison: Comparison;
  unit: MeasureUnit;
}) {
  const { comparison, unit } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const format = useMeasureFormat();
  const { before, verdict, value, change = 0 } = comparison;
  if (verdict === 'unknown') {
    return (
      <span className={classes.root}>
        {t(`states.direction.unknown.${comparison.reason ?? 'no-data'}`)}
      </span>
    );
  }
  const days = Math.round(
    DateTime.fromISO(before.to).diff(DateTime.fromISO(before.from), 'days')
      .days,
  );
  const moved = change > 0 ? TrendingUpIcon : TrendingDownIcon;
  const Icon = verdict === 'same' ? TrendingFlatIcon : moved;
  return (
    <span
      className={classes.root}
      title={
        value === undefined
          ? undefined
          : t('states.direction.before', { value: format(value, unit) })
      }
    >
      <Icon className={`${classes.icon} ${classes[verdict]}`} aria-hidden />
      {t(`states.direction.${verdict}`, { days: String(days) })}
    </span>
  );
}
