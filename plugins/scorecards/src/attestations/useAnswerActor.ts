import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  AnswerActor,
  scorecardsAttestationCreatePermission,
  scorecardsAttestationUpdatePermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import useAsync from 'react-use/esm/useAsync';

/** The reader as somebody who answers and settles, as far as they may. */
export interface AnsweringReader {
  /** It is not known yet who reads, or what they may do. */
  isPending: boolean;
  /** Undefined for those who may not answer. */
  answering?: AnswerActor;
  /** Undefined for those who may not settle. */
  settling?: AnswerActor;
}

/** Who reads. The backend has the last word: this only keeps buttons away that would be refused. */
export function useAnswerActor(): AnsweringReader {
  const identityApi = useApi(identityApiRef);
  const mayAnswer = usePermission({
    permission: scorecardsAttestationCreatePermission,
  });
  const maySettle = usePermission({
    permission: scorecardsAttestationUpdatePermission,
  });
  const { value: identity, loading } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  const actor: AnswerActor | undefined = identity && {
    ref: identity.userEntityRef,
    ownershipRefs: identity.ownershipEntityRefs,
    principal: 'user',
  };
  return {
    isPending: loading || mayAnswer.loading || maySettle.loading,
    answering: mayAnswer.allowed ? actor : undefined,
    settling: maySettle.allowed ? actor : undefined,
  };
}
