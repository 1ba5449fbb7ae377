import {
  BackfillState,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  RelativeTime,
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { deliveryTranslationRef } from '../../translation';

/** How far a fetch of the past is. How much there will be nobody knows before, so the bar names no share. */
export function BackfillProgress(props: {
  source: SourceHealth;
  backfill: BackfillState;
}) {
  const { source, backfill } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const time = useTimeFormat();
  const formatNumber = useNumberFormat();
  const span = { from: time.day(backfill.from), to: time.day(backfill.to) };
  const isUnderWay =
    backfill.state === 'queued' || backfill.state === 'running';
  return (
    <>
      <Typography
        variant="body2"
        color={backfill.state === 'failed' ? 'error' : 'textSecondary'}
        role="status"
      >
        {words()}
      </Typography>
      {isUnderWay && (
        <LinearProgress
          aria-label={t('health.backfill.progress', { source: source.title })}
        />
      )}
    </>
  );

  function words() {
    const { read: count, error = '' } = backfill;
    switch (backfill.state) {
      case 'queued':
        return t('health.backfill.queued', span);
      case 'running':
        return t('health.backfill.running', { ...span, count });
      case 'failed':
        return t('health.backfill.failed', { ...span, error });
      default:
        return error
          ? t('health.backfill.donePart', { ...fetched(), error })
          : t('health.backfill.done', fetched());
    }
  }

  function fetched() {
    const finishedAt = backfill.finishedAt ?? backfill.requestedAt;
    return {
      ...span,
      read: formatNumber(backfill.read),
      when: <RelativeTime time={finishedAt} />,
    };
  }
}
