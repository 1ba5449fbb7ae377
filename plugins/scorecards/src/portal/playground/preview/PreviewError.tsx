import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation';

/** Why there is no effect to show. The text stays as it is. */
export function PreviewError(props: { error: Error; onRetry: () => void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if ('statusCode' in error && error.statusCode === 403) {
    return (
      <Typography variant="body2" role="alert">
        {t('portal.preview.denied')}
      </Typography>
    );
  }
  return (
    <Typography variant="body2" role="alert" component="div">
      {t('portal.preview.failed', { message: error.message })}{' '}
      <Button size="small" onClick={onRetry}>
        {t('states.panel.retry')}
      </Button>
    </Typography>
  );
}
