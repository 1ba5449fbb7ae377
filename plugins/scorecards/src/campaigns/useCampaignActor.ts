import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  CampaignActor,
  scorecardsCampaignUpdateAnyPermission,
  scorecardsCampaignUpdatePermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import useAsync from 'react-use/esm/useAsync';

/**
 * The reader as somebody who decides on campaigns; undefined until that is known, and for those who may not decide at
 * all. The backend has the last word: this only keeps buttons away that would be refused.
 */
export function useCampaignActor(): CampaignActor | undefined {
  const identityApi = useApi(identityApiRef);
  const { allowed } = usePermission({
    permission: scorecardsCampaignUpdatePermission,
  });
  const { allowed: isAdministrator } = usePermission({
    permission: scorecardsCampaignUpdateAnyPermission,
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
