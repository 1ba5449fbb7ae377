import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../translation';

/** Who can do something about it that nothing is known of an entity; nothing where it has no owner. */
export function WhoCanHelp(props: { entity: Entity }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const owners = getEntityRelations(props.entity, RELATION_OWNED_BY);
  return owners.length > 0 ? (
    <p>
      {t('nothingKnown.owners', {
        owners: <EntityRefLinks entityRefs={owners} />,
      })}
    </p>
  ) : null;
}
