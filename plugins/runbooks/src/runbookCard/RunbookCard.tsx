import { stringifyEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Skeleton from '@material-ui/lab/Skeleton';
import { useRunbooks } from '../api/queries';
import { HealthDetails } from '../health';
import { usePageLinks } from '../links';
import { Serves } from '../serves';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';

/**
 * Of an entity of the kind `Runbook`: its health, what it serves, and the way to its text.
 *
 * @public
 */
export const RunbookCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const query = useRunbooks({ entity: entityRef, limit: 50 });
  return (
    <EntityInfoCard title={t('runbookCard.title')}>
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={280} />}>
        {({ pages }) => {
          const runbook = pages
            .flatMap(({ items }) => items)
            .find(one => one.entityRef === entityRef);
          return runbook ? (
            <>
              <HealthDetails health={runbook.health} />
              <Box mt={2}>
                <Serves runbook={runbook} />
              </Box>
              <Box mt={2}>
                <LinkButton
                  to={links.runbook(runbook.id)}
                  variant="contained"
                  color="primary"
                >
                  {t('runbookCard.open')}
                </LinkButton>
              </Box>
            </>
          ) : (
            <EmptyPanel title={t('runbookCard.notYet')}>
              {t('runbookCard.notYetText')}
            </EmptyPanel>
          );
        }}
      </Loaded>
    </EntityInfoCard>
  );
};
