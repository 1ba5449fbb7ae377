import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { deliveryTranslationRef } from '../../translation';
import { useReplay } from '../useSourceMutations';

/** What became of the last try to have deliveries read again. */
export function ReplayOutcome(props: { replay: ReturnType<typeof useReplay> }) {
  const { data, error } = props.replay;
  const { t } = useTranslationRef(deliveryTranslationRef);
  if (error) {
    return (
      <Typography variant="body2" color="error" role="alert" gutterBottom>
        {t('health.quarantine.failed', { message: error.message })}
      </Typography>
    );
  }
  return (
    <Typography variant="body2" role="status" gutterBottom>
      {data && t('health.quarantine.replayed', { count: data.replayed })}
    </Typography>
  );
}
