import { Entity } from '@backstage/catalog-model';
import { EntityCoverage } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../translation';
import { EditCatalogFile } from './EditCatalogFile';
import { whatToDo } from './whatToDo';

/** What those who look after an entity can do so that something is known of it: name it, or have its repository send. */
export function ToDo(props: { entity: Entity; coverage: EntityCoverage }) {
  const { entity, coverage } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { annotations, waitingFor } = whatToDo(coverage, entity.kind);
  return (
    <>
      {annotations.length > 0 && (
        <>
          <p>{t('nothingKnown.noSubject')}</p>
          <ul>
            {annotations.map(({ annotation, example }) => (
              <li key={annotation}>
                <code>
                  {annotation}: {example}
                </code>
              </li>
            ))}
          </ul>
          <EditCatalogFile entity={entity} />
        </>
      )}
      {waitingFor.length > 0 && (
        <>
          <p>
            {t('nothingKnown.waiting', {
              sources: waitingFor.map(({ title }) => title).join(', '),
            })}
          </p>
          <ul>
            {waitingFor.map(({ id, title, setup }) =>
              setup ? (
                <li key={id}>
                  {title}: {setup}
                </li>
              ) : null,
            )}
          </ul>
        </>
      )}
    </>
  );
}
