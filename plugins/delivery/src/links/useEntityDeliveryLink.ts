import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { MeasureId } from '@fairlead/backstage-plugin-delivery-common';
import { useCallback } from 'react';
import { entityDeliveryRouteRef } from '../routes';

/** Makes links to the delivery tab of any entity, with the records behind a measure opened when one is given. */
export function useEntityDeliveryLink(): (
  entityRef: string,
  measure?: MeasureId,
) => string {
  const entityLink = useEntityRefLink();
  const routeResolution = useApiHolder().get(routeResolutionApiRef);
  return useCallback(
    (entityRef, measure) => {
      const entityPath = entityLink(entityRef);
      // The new system resolves the tab as seen from the entity's own page, so a path set in the app's configuration
      // is honoured. The old system has no such resolver: there the tab is mounted at the path below.
      const tabPath =
        routeResolution?.resolve(entityDeliveryRouteRef, {
          sourcePath: entityPath,
        })?.() ?? `${entityPath}/delivery`;
      return measure ? `${tabPath}?measure=${measure}` : tabPath;
    },
    [entityLink, routeResolution],
  );
}
