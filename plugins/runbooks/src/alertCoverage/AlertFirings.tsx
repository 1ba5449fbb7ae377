import { AlertRow } from '@fairlead/backstage-plugin-runbooks-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { runbooksTranslationRef } from '../translation';

/** How often an alert fired, and when last. */
export function AlertFirings(props: { alert: AlertRow }) {
  const { firings, lastFiredAt } = props.alert;
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <>
      {firings > 0
        ? t('coverage.firings', { count: firings })
        : t('coverage.notFired')}
      {lastFiredAt && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('coverage.last', { when: <RelativeTime time={lastFiredAt} /> })}
        </Typography>
      )}
    </>
  );
}
