import {
  ANNOTATION_EDIT_URL,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import {
  AlertRow,
  Coverage,
  RUNBOOK_URL_ANNOTATION,
} from '@fairlead/backstage-plugin-runbooks-common';
import {
  EmptyPanel,
  isWebLink,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useCoverage } from '../api/queries';
import { CopyButton } from '../copy';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      margin: theme.spacing(0.5, 0),
      '& code': { overflowWrap: 'anywhere' },
    },
    text: { margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'FairleadNoRunbook' },
);

const LINE = `${RUNBOOK_URL_ANNOTATION}: https://wiki.example.com/runbooks/it-is-down`;

/** An entity without a runbook: draft one for what fired most, or name the one that is there. */
export function NoRunbook(props: { entity: Entity; coverage: Coverage }) {
  const { coverage, entity } = props;
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const format = useNumberFormat();
  const links = usePageLinks();
  const days = format(coverage.windowDays);
  const alerts = useCoverage({ entity: entityRef, covered: false, limit: 50 });
  const worst = firedMost(
    alerts.data?.pages.flatMap(({ items }) => items) ?? [],
  );
  const editUrl = entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  return (
    <EmptyPanel
      title={t('noRunbook.title')}
      action={
        worst && (
          <LinkButton
            to={links.runbookFor({ alert: worst.alert, entity: entityRef })}
            variant="contained"
            color="primary"
            size="small"
          >
            {t('noRunbook.draft', { alert: worst.alert })}
          </LinkButton>
        )
      }
    >
      {worst && (
        <p className={classes.text}>
          {t('noRunbook.fired', {
            alert: worst.alert,
            count: worst.firings,
            days,
          })}
        </p>
      )}
      {coverage.fired === 0 && (
        <p className={classes.text}>{t('noRunbook.nothingFired', { days })}</p>
      )}
      <div>{t('noRunbook.line')}</div>
      <div className={classes.line}>
        <code>{LINE}</code>
        <CopyButton text={LINE} label={t('noRunbook.lineLabel')} />
      </div>
      {editUrl && isWebLink(editUrl) && (
        <div className={classes.actions}>
          <LinkButton to={editUrl} variant="outlined" size="small">
            {t('noRunbook.edit')}
          </LinkButton>
        </div>
      )}
    </EmptyPanel>
  );
}

function firedMost(rows: readonly AlertRow[]): AlertRow | undefined {
  return [...rows]
    .filter(({ firings }) => firings > 0)
    .sort((a, b) => b.firings - a.firings)[0];
}
