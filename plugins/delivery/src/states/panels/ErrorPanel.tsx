import { ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { deliveryTranslationRef } from '../../translation';
import { EmptyPanel } from './EmptyPanel';

/** A failed request: in words where permission lacks, in full with a retry otherwise. */
export function ErrorPanel(props: { error: Error; onRetry?: () => void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  if ('statusCode' in error && error.statusCode === 403) {
    return (
      <EmptyPanel title={t('states.panel.notAllowedTitle')}>
        {t('states.panel.notAllowed')}
      </EmptyPanel>
    );
  }
  return (
    <Box role="alert">
      <ResponseErrorPanel title={t('states.panel.errorTitle')} error={error} />
      {onRetry && (
        <Box mt={1}>
          <Button variant="outlined" size="small" onClick={onRetry}>
            {t('states.panel.retry')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
