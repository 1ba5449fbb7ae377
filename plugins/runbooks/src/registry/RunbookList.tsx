import { RunbookSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { useRunbooks } from '../api/queries';
import { HealthSummary } from '../health';
import {
  ListColumn,
  ListTable,
  MoreRows,
  NoMatches,
  OwnerLink,
} from '../listTable';
import { runbooksTranslationRef } from '../translation';
import { AlertNames } from './AlertNames';
import { RunbookName } from './RunbookName';

/** Runbooks with what is wrong with each. */
export function RunbookList(props: {
  runbooks: readonly RunbookSummary[];
  totalItems: number;
  query: ReturnType<typeof useRunbooks>;
  onClear: () => void;
}) {
  const { runbooks, totalItems, query, onClear } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const columns = useMemo<ListColumn<RunbookSummary>[]>(
    () => [
      {
        id: 'runbook',
        title: t('registry.column.runbook'),
        width: 'minmax(0, 2.5fr)',
        cell: runbook => <RunbookName runbook={runbook} />,
      },
      {
        id: 'health',
        title: t('registry.column.health'),
        width: 'minmax(0, 2.5fr)',
        cell: ({ health }) => <HealthSummary health={health} />,
      },
      {
        id: 'owner',
        title: t('registry.column.owner'),
        width: 'minmax(0, 1.2fr)',
        cell: ({ ownerRef }) => <OwnerLink ownerRef={ownerRef} />,
      },
      {
        id: 'tier',
        title: t('registry.column.tier'),
        width: '5rem',
        cell: ({ tier }) => t(`registry.tier.${tier}`),
      },
      {
        id: 'alerts',
        title: t('registry.column.alerts'),
        width: 'minmax(0, 1.5fr)',
        cell: ({ alerts }) => <AlertNames alerts={alerts} />,
      },
      {
        id: 'verified',
        title: t('registry.column.verified'),
        width: '8rem',
        cell: ({ verifiedAt }) =>
          verifiedAt ? <RelativeTime time={verifiedAt} /> : t('registry.never'),
      },
    ],
    [t],
  );
  if (totalItems === 0) {
    return <NoMatches onClear={onClear} />;
  }
  return (
    <>
      <ListTable
        label={t('registry.list')}
        columns={columns}
        rows={runbooks}
        totalItems={totalItems}
        keyOf={({ id }) => id}
        isStale={query.isPlaceholderData}
      />
      <MoreRows shown={runbooks.length} total={totalItems} query={query} />
    </>
  );
}
