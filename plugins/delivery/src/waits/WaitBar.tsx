import {
  SegmentBar,
  SegmentLegend,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import { DrawnWait, useWaitSegments } from '../charts';
import { deliveryTranslationRef } from '../translation';

/** The time of changes as a bar, with its words; nothing where no share is known. */
export function WaitBar(props: { waits: readonly DrawnWait[] }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const segments = useWaitSegments()(props.waits);
  if (segments.length === 0) {
    return null;
  }
  return (
    <>
      <SegmentBar segments={segments} />
      <Box mt={1}>
        <SegmentLegend label={t('waits.legend')} segments={segments} />
      </Box>
    </>
  );
}
