import { IncidentSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { useIncidents } from '../../api/queries';
import { ListColumn, ListTable, MoreRows, NoMatches } from '../../listTable';
import { StageStrip } from '../../stages';
import { runbooksTranslationRef } from '../../translation';
import { LearningLabel } from '../LearningLabel';
import { IncidentName } from './IncidentName';

/** Incidents as strips of their stages, the latest first. */
export function IncidentList(props: {
  incidents: readonly IncidentSummary[];
  totalItems: number;
  query: ReturnType<typeof useIncidents>;
  onClear: () => void;
}) {
  const { incidents, totalItems, query, onClear } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const columns = useMemo<ListColumn<IncidentSummary>[]>(
    () => [
      {
        id: 'incident',
        title: t('incidents.list.column.incident'),
        width: 'minmax(0, 2fr)',
        cell: incident => <IncidentName incident={incident} />,
      },
      {
        id: 'stages',
        title: t('incidents.list.column.stages'),
        width: 'minmax(0, 3fr)',
        isWide: true,
        cell: incident => <StageStrip incident={incident} />,
      },
      {
        id: 'learning',
        title: t('incidents.list.column.learning'),
        width: '10rem',
        cell: ({ learning }) => <LearningLabel learning={learning} />,
      },
      {
        id: 'opened',
        title: t('incidents.list.column.opened'),
        width: '7rem',
        cell: ({ openedAt }) => <RelativeTime time={openedAt} />,
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
        label={t('incidents.list.label')}
        columns={columns}
        rows={incidents}
        totalItems={totalItems}
        keyOf={({ id }) => id}
        isStale={query.isPlaceholderData}
      />
      <MoreRows shown={incidents.length} total={totalItems} query={query} />
    </>
  );
}
