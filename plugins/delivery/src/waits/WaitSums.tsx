import {
  EntityMeasuresResponse,
  WaitCounts,
} from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useDurationFormat, useMeasureFormat } from '../states';
import { deliveryTranslationRef } from '../translation';

/** What waiting takes in all. */
export function WaitSums(
  props: Pick<EntityMeasuresResponse, 'lostPerWeek' | 'flowEfficiency'> & {
    counts: WaitCounts;
  },
) {
  const { lostPerWeek, flowEfficiency, counts } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const format = useMeasureFormat();
  const formatNumber = useNumberFormat();
  const sentences = [
    lostPerWeek !== undefined &&
      t('waits.lost', { duration: formatDuration(lostPerWeek) }),
    flowEfficiency !== undefined &&
      !counts.few &&
      t('waits.flow', { share: format(flowEfficiency, 'ratio') }),
    counts.codingUnknown > 0 &&
      t('waits.codingUnknown', {
        count: counts.codingUnknown,
        n: formatNumber(counts.n),
      }),
  ].filter(Boolean);
  return sentences.length > 0 ? (
    <Typography variant="body2" color="textSecondary">
      {sentences.join(' ')}
    </Typography>
  ) : null;
}
