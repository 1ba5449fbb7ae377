import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RunbookSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      margin: 0,
      '& dt': { fontWeight: 600 },
      '& dd': { margin: theme.spacing(0, 0, 1), overflowWrap: 'anywhere' },
      '& ul': { margin: 0, padding: 0, listStyle: 'none' },
    },
  }),
  { name: 'FairleadRunbookServes' },
);

/** What the runbook serves, and for which alerts it is. */
export function Serves(props: {
  runbook: Pick<RunbookSummary, 'serves' | 'servesCount' | 'alerts'>;
}) {
  const { alerts, serves, servesCount } = props.runbook;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const more = servesCount - serves.length;
  return (
    <dl className={classes.list}>
      <dt>{t('reading.serves')}</dt>
      <dd>
        {serves.length === 0 ? (
          t('reading.servesNothing')
        ) : (
          <ul>
            {serves.map(entityRef => (
              <li key={entityRef}>
                <EntityRefLink entityRef={entityRef} />
              </li>
            ))}
            {more > 0 && <li>{t('reading.servesMore', { count: more })}</li>}
          </ul>
        )}
      </dd>
      {alerts.length > 0 && (
        <>
          <dt>{t('reading.alerts')}</dt>
          <dd>
            <ul>
              {alerts.map(alert => (
                <li key={alert}>
                  <bdi>{alert}</bdi>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
