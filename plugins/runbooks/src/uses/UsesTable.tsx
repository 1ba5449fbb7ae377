import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import {
  EmptyPanel,
  RelativeTime,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { UsesQuery } from '../api';
import { useUses } from '../api/queries';
import { usePageLinks } from '../links';
import {
  ListColumn,
  listOf,
  ListSkeleton,
  ListTable,
  MoreRows,
} from '../listTable';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';
import { OutcomeLabel } from './OutcomeLabel';
import { useUseWords } from './useUseWords';

const useStyles = makeStyles(
  theme => ({ note: { color: theme.palette.text.secondary } }),
  { name: 'FairleadUsesTable' },
);

/** Uses of runbooks, the latest first: what for, how far, and what they came to. Nobody is named. */
export function UsesTable(props: {
  query: UsesQuery;
  /** Names the runbook of each, where they are of several. */
  showRunbook?: boolean;
}) {
  const { query, showRunbook } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const columns = useColumns(Boolean(showRunbook));
  const uses = useUses(query);
  return (
    <Loaded query={uses} skeleton={<ListSkeleton />}>
      {data => {
        const { first, items } = listOf(data);
        return items.length === 0 ? (
          <EmptyPanel title={t('uses.history.none')}>
            {t('uses.history.noneText')}
          </EmptyPanel>
        ) : (
          <>
            <ListTable
              label={t('uses.history.title')}
              columns={columns}
              rows={items}
              totalItems={first.totalItems}
              keyOf={use => use.id}
              isStale={uses.isPlaceholderData}
            />
            <MoreRows
              shown={items.length}
              total={first.totalItems}
              query={uses}
            />
          </>
        );
      }}
    </Loaded>
  );
}

function useColumns(showRunbook: boolean): ListColumn<RunbookUse>[] {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  const links = usePageLinks();
  const words = useUseWords();
  return [
    {
      id: 'when',
      title: t('uses.history.when'),
      width: 'minmax(96px, 1fr)',
      cell: use => (
        <Link
          to={links.runbook(use.runbookId, {
            alert: use.alert,
            entity: use.entityRef,
            use: use.id,
          })}
          aria-label={t('uses.history.open', {
            when: time.moment(use.startedAt),
          })}
        >
          <RelativeTime time={use.startedAt} />
        </Link>
      ),
    },
    {
      id: 'what',
      title: t('uses.history.what'),
      width: 'minmax(120px, 2fr)',
      cell: use => (
        <>
          {showRunbook && (
            <div>
              <bdi>{use.title}</bdi>
            </div>
          )}
          <div>{words.purpose(use)}</div>
          {!showRunbook && use.entityRef && (
            <EntityRefLink entityRef={use.entityRef} />
          )}
          {use.byAgent && (
            <div className={classes.note}>{t('uses.byAgent')}</div>
          )}
        </>
      ),
    },
    {
      id: 'steps',
      title: t('uses.history.steps'),
      width: 'minmax(96px, 1fr)',
      cell: use => words.progress(use),
    },
    {
      id: 'came',
      title: t('uses.history.came'),
      width: 'minmax(120px, 2fr)',
      isWide: true,
      cell: use => (
        <>
          <OutcomeLabel use={use} />
          {use.note && (
            <div className={classes.note}>
              {t('uses.history.note', { note: use.note })}
            </div>
          )}
        </>
      ),
    },
  ];
}
