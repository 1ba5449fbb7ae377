import {
  WaiverMove,
  WaiversRequestedResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useScorecardsApi } from '../api/useScorecardsQuery';

/** Asking for a waiver and deciding on one. What the screens show of the entity and of waivers is read anew afterwards. */
export function useWaiverMutations(entityRef: string) {
  const { api, queryClient } = useScorecardsApi();
  const refresh = (others: readonly string[] = []) =>
    Promise.all(
      [
        ...[entityRef, ...others].map(queryKeys.entity),
        queryKeys.allWaivers(),
      ].map(queryKey => queryClient.invalidateQueries({ queryKey })),
    );
  const request = useMutation(
    {
      mutationFn: async (options: {
        scorecardRef: string;
        checkId: string;
        reason: string;
        expiresAt: string;
        renews?: string;
        /** Further entities to ask the same for. */
        also: readonly string[];
      }): Promise<WaiversRequestedResponse> => {
        const { also, renews, ...waiver } = options;
        return also.length > 0
          ? api.requestWaivers({ ...waiver, entityRefs: [entityRef, ...also] })
          : {
              items: [
                await api.requestWaiver({
                  ...waiver,
                  entityRef,
                  ...(renews && { renews }),
                }),
              ],
              refused: [],
            };
      },
      onSuccess: (_, { also }) => refresh(also),
    },
    queryClient,
  );
  const decide = useMutation(
    {
      mutationFn: (decision: {
        id: string;
        decision: WaiverMove;
        reason?: string;
      }) => {
        const { id, ...body } = decision;
        return api.decideWaiver(id, body);
      },
      onSuccess: () => refresh(),
    },
    queryClient,
  );
  return { request, decide };
}
