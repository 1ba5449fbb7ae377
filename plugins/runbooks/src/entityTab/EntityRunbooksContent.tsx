import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityRunbooks } from '../api/queries';
import { FiringList } from '../firing';
import { ListSkeleton } from '../listTable';
import { NoRunbook } from '../noRunbook';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';
import { UsesTable } from '../uses';
import { AlertsSection } from './AlertsSection';
import { IncidentsSection } from './IncidentsSection';
import { RunbooksTable } from './RunbooksTable';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      // Never wider than the page, even when a table inside is.
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
  }),
  { name: 'FairleadEntityRunbooksContent' },
);

/**
 * The runbooks of an entity, its alerts, and what was learned from its incidents.
 *
 * @public
 */
export const EntityRunbooksContent = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const query = useEntityRunbooks(entityRef);
  return (
    <div className={classes.root}>
      <Loaded query={query} skeleton={<ListSkeleton />}>
        {({ coverage, firing, runbooks }) => (
          <>
            {firing.length > 0 && (
              <InfoCard title={t('firing.label')}>
                <FiringList firing={firing} />
              </InfoCard>
            )}
            <InfoCard title={t('entityTab.runbooks')}>
              {runbooks.length > 0 ? (
                <RunbooksTable runbooks={runbooks} entityRef={entityRef} />
              ) : (
                <NoRunbook entity={entity} coverage={coverage} />
              )}
            </InfoCard>
            <InfoCard title={t('entityTab.alerts.title')}>
              <AlertsSection coverage={coverage} entityRef={entityRef} />
            </InfoCard>
            <InfoCard title={t('uses.history.title')}>
              <UsesTable query={{ entity: entityRef }} showRunbook />
            </InfoCard>
            <InfoCard title={t('entityTab.incidents.title')}>
              <IncidentsSection entityRef={entityRef} />
            </InfoCard>
          </>
        )}
      </Loaded>
    </div>
  );
};
