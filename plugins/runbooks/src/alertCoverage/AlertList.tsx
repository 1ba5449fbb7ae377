import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { AlertRow } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { useCoverage } from '../api/queries';
import {
  ListColumn,
  ListTable,
  MoreRows,
  NoMatches,
  OwnerLink,
} from '../listTable';
import { runbooksTranslationRef } from '../translation';
import { AlertAction } from './AlertAction';
import { AlertFirings } from './AlertFirings';
import { AlertName } from './AlertName';
import { AlertRunbook } from './AlertRunbook';
import { OpenAlert } from './useOpenAlert';

/** Alerts on entities, with the runbook of each or the way to one. */
export function AlertList(props: {
  alerts: readonly AlertRow[];
  totalItems: number;
  query: ReturnType<typeof useCoverage>;
  onClear: () => void;
  onOpen: (alert: OpenAlert) => void;
}) {
  const { alerts, totalItems, query, onClear, onOpen } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const columns = useMemo<ListColumn<AlertRow>[]>(
    () => [
      {
        id: 'alert',
        title: t('coverage.column.alert'),
        width: 'minmax(0, 2.2fr)',
        cell: alert => <AlertName alert={alert} />,
      },
      {
        id: 'entity',
        title: t('coverage.column.entity'),
        width: 'minmax(0, 1.4fr)',
        cell: ({ entityRef }) => (
          <bdi>
            <EntityRefLink entityRef={entityRef} />
          </bdi>
        ),
      },
      {
        id: 'runbook',
        title: t('coverage.column.runbook'),
        width: 'minmax(0, 2.6fr)',
        cell: alert => <AlertRunbook alert={alert} />,
      },
      {
        id: 'owner',
        title: t('coverage.column.owner'),
        width: 'minmax(0, 1.2fr)',
        cell: ({ ownerRef }) => <OwnerLink ownerRef={ownerRef} />,
      },
      {
        id: 'fired',
        title: t('coverage.column.fired'),
        width: '8rem',
        cell: alert => <AlertFirings alert={alert} />,
      },
      {
        id: 'action',
        title: t('coverage.column.action'),
        width: '6.5rem',
        cell: alert => <AlertAction alert={alert} onOpen={onOpen} />,
      },
    ],
    [onOpen, t],
  );
  if (totalItems === 0) {
    return <NoMatches onClear={onClear} />;
  }
  return (
    <>
      <ListTable
        label={t('coverage.list')}
        columns={columns}
        rows={alerts}
        totalItems={totalItems}
        keyOf={({ alert, entityRef }) => `${alert} ${entityRef}`}
        isStale={query.isPlaceholderData}
      />
      <MoreRows shown={alerts.length} total={totalItems} query={query} />
    </>
  );
}
