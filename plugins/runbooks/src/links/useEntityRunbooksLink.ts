import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { entityRunbooksRouteRef } from '../routes';

/** Makes links to the runbooks tab of any entity. */
export function useEntityRunbooksLink(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  const routeResolution = useApiHolder().get(routeResolutionApiRef);
  return useCallback(
    entityRef => {
      const entityPath = entityLink(entityRef);
      // The new system resolves the tab as seen from the entity's own page, so a path set in the app's configuration
      // is honoured. The old system has no such resolver: there the tab is mounted at the path below.
      return (
        routeResolution?.resolve(entityRunbooksRouteRef, {
          sourcePath: entityPath,
        })?.() ?? `${entityPath}/runbooks`
      );
    },
    [entityLink, routeResolution],
  );
}
