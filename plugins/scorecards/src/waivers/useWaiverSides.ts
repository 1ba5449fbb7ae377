import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import useAsync from 'react-use/esm/useAsync';
import { useScorecard } from '../api/queries';

/**
 * What the reader may do with a waiver that waits. The backend has the last word; this only keeps buttons away that
 * would be refused.
 */
export function useWaiverSides(
  waiver: Waiver,
  entity: Entity,
): { mayDecide: boolean; mayWithdraw: boolean } {
  const identityApi = useApi(identityApiRef);
  const scorecard = useScorecard(waiver.scorecardRef);
  const { value: identity } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  const mine = new Set(identity?.ownershipEntityRefs);
  const entityOwners = getEntityRelations(entity, RELATION_OWNED_BY).map(ref =>
    stringifyEntityRef(ref),
  );
  const scorecardOwner = scorecard.data?.owner;
  const isOpen = waiver.state === 'requested';
  return {
    mayDecide:
      isOpen &&
      ((waiver.entityOwnerApproval === null &&
        entityOwners.some(ref => mine.has(ref))) ||
        (waiver.scorecardOwnerApproval === null &&
          scorecardOwner !== undefined &&
          mine.has(scorecardOwner))),
    mayWithdraw:
      (isOpen || waiver.state === 'approved') &&
      identity?.userEntityRef === waiver.requestedBy,
  };
}
