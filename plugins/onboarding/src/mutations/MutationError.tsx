import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { onboardingTranslationRef } from '../translation';

/** Why a change was not kept, where it was asked for. */
export function MutationError(props: { error: Error | null }) {
  const { error } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  return error ? (
    <Typography role="alert" variant="body2" color="error">
      {t('mutations.failed', { message: error.message })}
    </Typography>
  ) : null;
}
