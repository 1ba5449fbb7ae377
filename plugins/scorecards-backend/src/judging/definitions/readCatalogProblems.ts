import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { DefinitionProblem } from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';

/**
 * What the catalog itself finds wrong with the newest version of an entity's file. It goes on with the last version that
 * it could take, so the entity looks well but for these.
 */
export function readCatalogProblems(entity: AlphaEntity): DefinitionProblem[] {
  return (entity.status?.items ?? [])
    .filter(
      ({ type, level }) =>
        type === ENTITY_STATUS_CATALOG_PROCESSING_TYPE && level === 'error',
    )
    .map(({ message, error }) => ({
      path: '',
      message: isolated`The catalog does not take the newest version of the file: ${
        error?.message ?? message
      }`,
    }));
}
