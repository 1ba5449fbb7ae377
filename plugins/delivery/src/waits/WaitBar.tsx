import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WaitView } from '@fairlead/backstage-plugin-delivery-common';
import { SegmentBar, SegmentLegend } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import { useWaitSegments } from '../charts';
import { deliveryTranslationRef } from '../translation';

/** The time of changes as a bar, with its words. */
export function WaitBar(props: {
  waits: readonly Pick<WaitView, 'kind' | 'share'>[];
}) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const segments = useWaitSegments()(props.waits);
  return (
    <>
      <SegmentBar segments={segments} />
      <Box mt={1}>
        <SegmentLegend label={t('waits.legend')} segments={segments} />
      </Box>
    </>
  );
}
