import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { groupOnboardingRouteRef } from '../routes';

/** Makes links to the onboarding tab of any group. */
export function useGroupOnboardingLink(): (groupRef: string) => string {
  const entityLink = useEntityRefLink();
  const routeResolution = useApiHolder().get(routeResolutionApiRef);
  return useCallback(
    groupRef => {
      const entityPath = entityLink(groupRef);
      // The new system resolves the tab as seen from the entity's own page, so a path set in the app's configuration
      // is honoured. The old system has no such resolver: there the tab is mounted at the path below.
      return (
        routeResolution?.resolve(groupOnboardingRouteRef, {
          sourcePath: entityPath,
        })?.() ?? `${entityPath}/onboarding`
      );
    },
    [entityLink, routeResolution],
  );
}
