import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  deliveryLinkUpdateAnyPermission,
  deliveryLinkUpdatePermission,
} from '@fairlead/backstage-plugin-delivery-common';
import useAsync from 'react-use/esm/useAsync';

/**
 * Whether the reader may say what caused the incidents of the page's entity. The backend has the last word; this only
 * keeps buttons away that would be refused.
 */
export function useMayJudge(): boolean {
  const { entity } = useEntity();
  const identityApi = useApi(identityApiRef);
  const { value: identity } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  const { allowed: mayJudge } = usePermission({
    permission: deliveryLinkUpdatePermission,
  });
  const { allowed: mayJudgeAny } = usePermission({
    permission: deliveryLinkUpdateAnyPermission,
  });
  // On a group's page, the incidents belong to the entities that the group owns.
  const owners = [
    stringifyEntityRef(entity),
    ...getEntityRelations(entity, RELATION_OWNED_BY).map(ref =>
      stringifyEntityRef(ref),
    ),
  ];
  const isOwner = identity?.ownershipEntityRefs.some(ref =>
    owners.includes(ref),
  );
  return mayJudge && (mayJudgeAny || Boolean(isOwner));
}
