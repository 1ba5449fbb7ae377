import { Link } from '@backstage/core-components';
import { AlertRow } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { HealthWord, looksOf } from '../health';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** The runbook of an alert, or why it has none. */
export function AlertRunbook(props: { alert: AlertRow }) {
  const { alert, entityRef, runbook, reason, toldUrl } = props.alert;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const looks = looksOf(
    'resolves',
    runbook && runbook.resolves !== 'ok' ? runbook.resolves : 'bad',
  );
  return (
    <>
      {runbook && (
        <div>
          <Link to={links.runbook(runbook.id, { alert, entity: entityRef })}>
            <bdi>{runbook.title}</bdi>
          </Link>
        </div>
      )}
      {runbook && !reason && (
        <HealthWord part="resolves" health={{ state: runbook.resolves }} />
      )}
      {(reason || !runbook) && (
        <StateLabel {...looks}>
          <bdi>{reason ?? t('coverage.noReason')}</bdi>
        </StateLabel>
      )}
      {toldUrl && !reason?.includes(toldUrl) && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('coverage.told')} <bdi>{toldUrl}</bdi>
        </Typography>
      )}
    </>
  );
}
