import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { encodePath } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { rootRouteRef } from '../routes';

/**
 * Makes links within the portal page. The two frontend systems encode the parameters of sub routes differently, so the
 * paths are made here.
 */
export function usePageLinks() {
  const root = useRouteRef(rootRouteRef)();
  return useMemo(
    () => ({
      mine: () => root,
      journey: (id: string) => `${root}/journeys${encodePath(id)}`,
      tracks: () => `${root}/tracks`,
      track: (trackRef: string) => `${root}/tracks${trackPath(trackRef)}`,
      insights: (trackRef: string) =>
        `${root}/tracks${trackPath(trackRef)}/insights`,
    }),
    [root],
  );
}

function trackPath(trackRef: string): string {
  const { namespace, name } = parseEntityRef(trackRef);
  return encodePath(namespace, name);
}
