import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { entityScorecardsRouteRef } from '../routes';
import { checkKey } from './checkKey';

/** Where a check of an entity is read in full. */
export interface CheckTarget {
  scorecardRef: string;
  checkId: string;
}

/** Makes links to the scorecards tab of any entity, with a check opened when one is given. */
export function useEntityScorecardsLink(): (
  entityRef: string,
  check?: CheckTarget,
) => string {
  const entityLink = useEntityRefLink();
  const routeResolution = useApiHolder().get(routeResolutionApiRef);
  return useCallback(
    (entityRef, check) => {
      const entityPath = entityLink(entityRef);
      // The new system resolves the tab as seen from the entity's own page, so a path set in the app's configuration
      // is honoured. The old system has no such resolver: there the tab is mounted at the path below.
      const tabPath =
        routeResolution?.resolve(entityScorecardsRouteRef, {
          sourcePath: entityPath,
        })?.() ?? `${entityPath}/scorecards`;
      return check
        ? `${tabPath}?check=${encodeURIComponent(
            checkKey(check.scorecardRef, check.checkId),
          )}`
        : tabPath;
    },
    [entityLink, routeResolution],
  );
}
