import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RunbookFor } from '@fairlead/backstage-plugin-runbooks-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Navigate, useSearchParams } from 'react-router-dom';
import { AlertOnEntity } from '../api';
import { useRunbookFor } from '../api/queries';
import { DraftFiles } from '../drafts';
import { HealthWord } from '../health';
import { usePageLinks } from '../links';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  { text: { overflowWrap: 'anywhere' } },
  { name: 'FairleadForAlert' },
);

/**
 * The permanent address of the runbook for an alert on an entity, as annotations of alerts name it. It leads to the right
 * page however files move, and leaves itself out of the browser's history.
 */
export function ForAlertPage() {
  const [params] = useSearchParams();
  const alert = params.get('alert') || undefined;
  const entity = params.get('entity') || undefined;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const query = useRunbookFor({ alert, entity });
  if (!alert && !entity) {
    return (
      <EmptyPanel title={t('forAlert.noAlertTitle')}>
        {t('forAlert.noAlert')}
      </EmptyPanel>
    );
  }
  return (
    <Loaded query={query} skeleton={<Looking />}>
      {answer =>
        answer.runbook ? (
          <Navigate
            replace
            to={links.runbook(answer.runbook.id, {
              alert,
              entity: answer.entityRef ?? entity,
            })}
          />
        ) : (
          <NoRunbook query={{ alert, entity }} answer={answer} />
        )
      }
    </Loaded>
  );
}

function Looking() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <>
      <Typography role="status">{t('forAlert.looking')}</Typography>
      <Skeleton variant="rect" height={240} />
    </>
  );
}

/** Why there is none, what may help, and a draft. */
function NoRunbook(props: { query: AlertOnEntity; answer: RunbookFor }) {
  const { answer, query } = props;
  const { alert, entity } = query;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const classes = useStyles();
  const links = usePageLinks();
  const name = <EntityRefLink entityRef={entity ?? answer.entityRef ?? ''} />;
  return (
    <div className={classes.text}>
      <Typography variant="h4" component="h2" gutterBottom>
        {title()}
      </Typography>
      {answer.reason && (
        <Typography paragraph>
          <bdi>{answer.reason}</bdi>
        </Typography>
      )}
      {answer.others.length > 0 && (
        <section>
          <Typography variant="h6" component="h3">
            {t('forAlert.others')}
          </Typography>
          <ul>
            {answer.others.map(other => (
              <li key={other.id}>
                <Link to={links.runbook(other.id, { alert, entity })}>
                  <bdi>{other.title}</bdi>
                </Link>{' '}
                <HealthWord
                  part="resolves"
                  health={{ state: other.resolves }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {alert && <DraftFiles query={query} />}
    </div>
  );

  function title() {
    if (alert && entity) {
      return t('forAlert.noneOnTitle', { alert, entity: name });
    }
    return alert
      ? t('forAlert.noneTitle', { alert })
      : t('forAlert.noneEntityTitle', { entity: name });
  }
}
