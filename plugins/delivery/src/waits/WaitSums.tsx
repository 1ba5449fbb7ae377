import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import Typography from '@material-ui/core/Typography';
import { useDurationFormat, useMeasureFormat } from '../states';
import { deliveryTranslationRef } from '../translation';

/** What waiting takes in all. */
export function WaitSums(
  props: Pick<EntityMeasuresResponse, 'lostPerWeek' | 'flowEfficiency'>,
) {
  const { lostPerWeek, flowEfficiency } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const format = useMeasureFormat();
  const sentences = [
    lostPerWeek !== undefined &&
      t('waits.lost', { duration: formatDuration(lostPerWeek) }),
    flowEfficiency !== undefined &&
      t('waits.flow', { share: format(flowEfficiency, 'ratio') }),
  ].filter(Boolean);
  return sentences.length > 0 ? (
    <Typography variant="body2" color="textSecondary">
      {sentences.join(' ')}
    </Typography>
  ) : null;
}
