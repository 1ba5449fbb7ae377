import { Entity, RELATION_API_PROVIDED_BY } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../translation';

/** Where the delivery of an API is: on the pages of what provides it. */
export function ProvidedBy(props: { entity: Entity }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const providers = getEntityRelations(props.entity, RELATION_API_PROVIDED_BY);
  return (
    <p>
      {providers.length > 0
        ? t('nothingKnown.providedBy', {
            providers: <EntityRefLinks entityRefs={providers} />,
          })
        : t('nothingKnown.providedByNothing')}
    </p>
  );
}
