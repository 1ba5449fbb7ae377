import { ANNOTATION_EDIT_URL, Entity } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../translation';

/** The way to the file that an entity comes from, where its location tells one. */
export function EditCatalogFile(props: { entity: Entity }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const url = props.entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  return url && isWebLink(url) ? (
    <LinkButton to={url} variant="outlined" size="small">
      {t('nothingKnown.edit')}
    </LinkButton>
  ) : null;
}
