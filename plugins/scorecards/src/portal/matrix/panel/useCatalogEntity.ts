import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useScorecardsQuery } from '../../../api/useScorecardsQuery';

/** An entity of the catalog; null when there is none, or none that the caller may read. */
export function useCatalogEntity(entityRef: string) {
  const catalog = useApi(catalogApiRef);
  return useScorecardsQuery({
    queryKey: ['catalog', entityRef],
    queryFn: async () => (await catalog.getEntityByRef(entityRef)) ?? null,
  });
}
