import { Link } from '@backstage/core-components';
import { AlertRow, Coverage } from '@fairlead/backstage-plugin-runbooks-common';
import {
  EmptyPanel,
  RelativeTime,
  StateLabel,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import { useMemo } from 'react';
import { useCoverage } from '../api/queries';
import { useCoverageWords } from '../coverageWords';
import { HealthWord } from '../health';
import { usePageLinks } from '../links';
import {
  ListColumn,
  LISTED_AT_ONCE,
  listOf,
  ListSkeleton,
  ListTable,
  MoreRows,
} from '../listTable';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({ note: { color: theme.palette.text.secondary } }),
  { name: 'FairleadEntityAlerts' },
);

/** Which alerts of an entity have a runbook: the sentence, then alert by alert. */
export function AlertsSection(props: {
  entityRef: string;
  coverage: Coverage;
}) {
  const { coverage, entityRef } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const sayCoverage = useCoverageWords();
  const columns = useColumns(entityRef);
  const query = useCoverage({ entity: entityRef, limit: LISTED_AT_ONCE });
  return (
    <>
      <Typography gutterBottom>{sayCoverage(coverage)}</Typography>
      <Loaded query={query} skeleton={<ListSkeleton />}>
        {data => {
          const { first, items } = listOf(data);
          return items.length === 0 ? (
            <EmptyPanel title={t('entityTab.alerts.nothing')}>
              {t('entityTab.alerts.nothingText')}
            </EmptyPanel>
          ) : (
            <>
              <ListTable
                label={t('entityTab.alerts.title')}
                columns={columns}
                rows={items}
                totalItems={first.totalItems}
                keyOf={({ alert }) => alert}
                isStale={query.isPlaceholderData}
              />
              <MoreRows
                shown={items.length}
                total={first.totalItems}
                query={query}
              />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function useColumns(entityRef: string): ListColumn<AlertRow>[] {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return useMemo(
    () => [
      {
        id: 'alert',
        title: t('entityTab.alerts.alert'),
        width: 'minmax(160px, 2fr)',
        cell: ({ alert, firesNow, mayPage }) => (
          <>
            <bdi>{alert}</bdi>
            {mayPage && (
              <span className={classes.note}>
                {' '}
                · {t('entityTab.alerts.mayPage')}
              </span>
            )}
            {firesNow && (
              <div>
                <StateLabel
                  icon={NotificationsActiveIcon}
                  tone={mayPage ? 'bad' : 'warning'}
                >
                  {t('entityTab.alerts.firesNow')}
                </StateLabel>
              </div>
            )}
          </>
        ),
      },
      {
        id: 'fired',
        title: t('entityTab.alerts.fired'),
        width: 'minmax(0, 1fr)',
        cell: ({ firings }) =>
          firings > 0
            ? t('entityTab.alerts.times', { count: firings })
            : t('entityTab.alerts.never'),
      },
      {
        id: 'last',
        title: t('entityTab.alerts.last'),
        width: 'minmax(0, 1fr)',
        cell: ({ lastFiredAt }) =>
          lastFiredAt ? <RelativeTime time={lastFiredAt} /> : null,
      },
      {
        id: 'runbook',
        title: t('entityTab.alerts.runbook'),
        width: 'minmax(160px, 3fr)',
        isWide: true,
        cell: ({ alert, reason, runbook }) => (
          <>
            {runbook ? (
              <>
                <Link
                  to={links.runbook(runbook.id, { alert, entity: entityRef })}
                >
                  <bdi>{runbook.title}</bdi>
                </Link>
                {runbook.resolves !== 'ok' && (
                  <div>
                    <HealthWord
                      part="resolves"
                      health={{ state: runbook.resolves }}
                    />
                  </div>
                )}
              </>
            ) : (
              <>
                <StateLabel icon={CancelIcon} tone="bad">
                  {t('entityTab.alerts.none')}
                </StateLabel>{' '}
                <Link
                  to={links.runbookFor({ alert, entity: entityRef })}
                  aria-label={t('entityTab.alerts.draftLabel', { alert })}
                >
                  {t('entityTab.alerts.draft')}
                </Link>
              </>
            )}
            {reason && (
              <div className={classes.note}>
                <bdi>{reason}</bdi>
              </div>
            )}
          </>
        ),
      },
    ],
    [classes, entityRef, links, t],
  );
}
