import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import { useEntityMeasures } from '../api/queries';
import {
  AnnotationProblems,
  isNothingKnown,
  NothingKnown,
} from '../nothingKnown';
import { ReportFriction } from '../friction';
import { useEntityDeliveryLink } from '../links';
import { Loaded } from '../states';
import { deliveryTranslationRef } from '../translation';
import { CardBody } from './CardBody';
import { CardSkeleton } from './CardSkeleton';

/**
 * Where the work on an entity waits, and the four numbers of its delivery.
 *
 * @public
 */
export const EntityDeliveryCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityMeasures(entityRef);
  const linkTo = useEntityDeliveryLink();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <EntityInfoCard
      title={t('entityCard.title')}
      headerActions={
        <Link to={linkTo(entityRef)}>{t('entityCard.viewAll')}</Link>
      }
    >
      <Loaded query={query} skeleton={<CardSkeleton />}>
        {response => (
          <>
            <AnnotationProblems
              entity={entity}
              problems={response.coverage.problems}
            />
            {isNothingKnown(response) ? (
              <NothingKnown response={response} entity={entity} />
            ) : (
              <CardBody response={response} />
            )}
            <Box mt={2}>
              <ReportFriction entity={entity} />
            </Box>
          </>
        )}
      </Loaded>
    </EntityInfoCard>
  );
};
