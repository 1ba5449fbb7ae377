import {
  CampaignDraft,
  CampaignMoveRequest,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useMutation } from '@tanstack/react-query';
import { useScorecardsApi } from '../api/useScorecardsQuery';
import { CAMPAIGNS_KEY } from './queries';

/** Drafting a campaign and deciding on one. What the screens show of campaigns and entities is read anew afterwards. */
export function useCampaignMutations() {
  const { api, queryClient } = useScorecardsApi();
  const refresh = () =>
    Promise.all(
      [CAMPAIGNS_KEY, ['entity']].map(queryKey =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const draft = useMutation(
    {
      mutationFn: (asked: CampaignDraft) => api.draftCampaign(asked),
      onSuccess: () => refresh(),
    },
    queryClient,
  );
  const move = useMutation(
    {
      mutationFn: ({
        id,
        request,
      }: {
        id: string;
        request: CampaignMoveRequest;
      }) => api.moveCampaign(id, request),
      onSuccess: () => refresh(),
    },
    queryClient,
  );
  return { draft, move };
}
