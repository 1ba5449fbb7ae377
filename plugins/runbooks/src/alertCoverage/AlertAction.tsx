import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { AlertRow } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { runbooksTranslationRef } from '../translation';
import { OpenAlert } from './useOpenAlert';

/** What to do about an alert: write its runbook, or take the address under which it stays found. */
export function AlertAction(props: {
  alert: AlertRow;
  onOpen: (alert: OpenAlert) => void;
}) {
  const { alert, onOpen } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const entity = useEntityPresentation(alert.entityRef).primaryTitle;
  const isCovered = Boolean(alert.runbook) && !alert.reason;
  const names = { alert: alert.alert, entity };
  return (
    <Button
      size="small"
      variant={isCovered ? 'text' : 'outlined'}
      color={isCovered ? 'default' : 'primary'}
      aria-label={
        isCovered
          ? t('coverage.addressLabel', names)
          : t('coverage.writeLabel', names)
      }
      onClick={() =>
        onOpen({
          view: isCovered ? 'address' : 'write',
          alert: alert.alert,
          entityRef: alert.entityRef,
        })
      }
    >
      {isCovered ? t('coverage.address') : t('coverage.write')}
    </Button>
  );
}
