import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../../translation';
import { ToldValue, useValueWords } from './useValueWords';

const useStyles = makeStyles(
  theme => ({
    value: {
      fontWeight: 600,
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
    few: { color: theme.palette.text.secondary },
    unknown: { color: theme.palette.text.secondary, fontWeight: 400 },
  }),
  { name: 'FairleadMeasureValue' },
);

/** The value of a measure, quiet where it is a mere count; without one the words for that, never 0. */
export function MeasureValue(props: { measure: ToldValue }) {
  const { value, ...told } = props.measure;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const words = useValueWords();
  return value === undefined ? (
    <span className={classes.unknown}>{t('states.insufficient.title')}</span>
  ) : (
    <span
      className={told.few ? `${classes.value} ${classes.few}` : classes.value}
    >
      {words({ ...told, value })}
    </span>
  );
}
