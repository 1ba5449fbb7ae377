import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  scorecardsWaiverUpdateAnyPermission,
  scorecardsWaiverUpdatePermission,
  WaiverActor,
} from '@fairlead/backstage-plugin-scorecards-common';
import useAsync from 'react-use/esm/useAsync';

/**
 * The reader as somebody who decides on waivers; undefined until that is known, and for those who may not decide at
 * all. The backend has the last word: this only keeps buttons away that would be refused.
 */
export function useWaiverActor(): WaiverActor | undefined {
  const identityApi = useApi(identityApiRef);
  const { allowed } = usePermission({
    permission: scorecardsWaiverUpdatePermission,
  });
  const { allowed: isAdministrator } = usePermission({
    permission: scorecardsWaiverUpdateAnyPermission,
  });
  const { value: identity } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  return allowed && identity
    ? {
        ref: identity.userEntityRef,
        ownershipRefs: identity.ownershipEntityRefs,
        principal: 'user',
        isAdministrator,
      }
    : undefined;
}
