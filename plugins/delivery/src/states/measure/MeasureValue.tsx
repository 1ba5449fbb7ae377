import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../../translation';
import { useMeasureFormat } from './useMeasureFormat';

const useStyles = makeStyles(
  theme => ({
    value: {
      fontWeight: 600,
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
    unknown: { color: theme.palette.text.secondary, fontWeight: 400 },
  }),
  { name: 'FairleadMeasureValue' },
);

/** The value of a measure with its unit; without one the quiet words for that, never 0. */
export function MeasureValue(props: {
  measure: Pick<MeasureView, 'state' | 'value' | 'unit'>;
}) {
  const { value, unit } = props.measure;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const format = useMeasureFormat();
  return value === undefined ? (
    <span className={classes.unknown}>{t('states.insufficient.title')}</span>
  ) : (
    <span className={classes.value}>{format(value, unit)}</span>
  );
}
