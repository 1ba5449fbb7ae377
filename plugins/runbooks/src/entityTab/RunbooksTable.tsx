import { Link } from '@backstage/core-components';
import {
  HEALTH_PARTS,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { HealthWord, inOrder } from '../health';
import { hostOf, usePageLinks } from '../links';
import { ListColumn, ListTable } from '../listTable';
import { runbooksTranslationRef } from '../translation';

/** The runbooks of an entity, troubled first, with the five parts of their health side by side. */
export function RunbooksTable(props: {
  runbooks: readonly RunbookSummary[];
  entityRef: string;
}) {
  const { entityRef, runbooks } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const columns = useMemo<ListColumn<RunbookSummary>[]>(
    () => [
      {
        id: 'runbook',
        title: t('entityTab.runbook'),
        width: 'minmax(160px, 2fr)',
        cell: ({ id, title, url }) => (
          <>
            <Link to={links.runbook(id, { entity: entityRef })}>
              <bdi>{title}</bdi>
            </Link>
            {url && isWebLink(url) && (
              <Typography
                variant="caption"
                color="textSecondary"
                component="div"
                title={url}
              >
                <bdi>{hostOf(url)}</bdi>
              </Typography>
            )}
          </>
        ),
      },
      ...HEALTH_PARTS.map(part => ({
        id: part,
        title: t(`health.part.${part}`),
        width: 'minmax(0, 1.2fr)',
        cell: ({ health }: RunbookSummary) => (
          <HealthWord part={part} health={health[part]} />
        ),
      })),
    ],
    [entityRef, links, t],
  );
  return (
    <ListTable
      label={t('entityTab.runbooks')}
      columns={columns}
      rows={inOrder(runbooks)}
      totalItems={runbooks.length}
      keyOf={({ id }) => id}
      isStale={false}
    />
  );
}
