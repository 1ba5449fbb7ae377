import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { Fragment } from 'react';
import { runbooksTranslationRef } from '../translation';

const NAMES_SHOWN = 2;

/** The alerts that a runbook is for: the first ones, the others on hover. */
export function AlertNames(props: { alerts: readonly string[] }) {
  const { alerts } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const hidden = alerts.length - NAMES_SHOWN;
  if (alerts.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" component="span">
        {t('registry.noAlerts')}
      </Typography>
    );
  }
  return (
    <span title={alerts.join('\n')}>
      {alerts.slice(0, NAMES_SHOWN).map((alert, index) => (
        <Fragment key={alert}>
          {index > 0 && ', '}
          <bdi>{alert}</bdi>
        </Fragment>
      ))}
      {hidden > 0 && <> {t('registry.moreAlerts', { count: hidden })}</>}
    </span>
  );
}
