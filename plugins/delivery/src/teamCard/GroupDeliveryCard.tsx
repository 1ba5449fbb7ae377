import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useEntityMeasures } from '../api/queries';
import { isNothingKnown, NothingKnown } from '../nothingKnown';
import { CardBody } from '../entityCard/CardBody';
import { CardSkeleton } from '../entityCard/CardSkeleton';
import { useEntityDeliveryLink } from '../links';
import { Loaded } from '../states';
import { deliveryTranslationRef } from '../translation';
import { CountedEntities } from './CountedEntities';

/**
 * Where the work of a team and of the teams below it waits, and the four numbers of its delivery.
 *
 * @public
 */
export const GroupDeliveryCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityMeasures(entityRef);
  const linkTo = useEntityDeliveryLink();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <EntityInfoCard
      title={t('teamCard.title')}
      headerActions={
        <Link to={linkTo(entityRef)}>{t('entityCard.viewAll')}</Link>
      }
    >
      <Loaded query={query} skeleton={<CardSkeleton />}>
        {response =>
          isNothingKnown(response) ? (
            <NothingKnown response={response} entity={entity} />
          ) : (
            <>
              <CardBody response={response} />
              <CountedEntities response={response} />
            </>
          )
        }
      </Loaded>
    </EntityInfoCard>
  );
};
