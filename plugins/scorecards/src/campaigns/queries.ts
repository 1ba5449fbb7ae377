import { CampaignDraft } from '@fairlead/backstage-plugin-scorecards-common';
import { CampaignsQuery } from '../api';
import { useScorecardsQuery } from '../api/useScorecardsQuery';

/** What all answers about campaigns are kept under. */
export const CAMPAIGNS_KEY = ['campaigns'] as const;

/** Campaigns of all scorecards, newest first. */
export function useCampaigns(query: CampaignsQuery) {
  return useScorecardsQuery({
    queryKey: [...CAMPAIGNS_KEY, 'list', query],
    queryFn: api => api.listCampaigns(query),
    keepPrevious: 2,
  });
}

/** One campaign with its progress by team. */
export function useCampaign(id: string, query: { limit?: number } = {}) {
  return useScorecardsQuery({
    queryKey: [...CAMPAIGNS_KEY, 'one', id, query],
    queryFn: api => api.getCampaign(id, query),
    keepPrevious: 3,
  });
}

/** Whom a campaign would meet, once it is known what it asks for. */
export function useCampaignPreview(
  draft:
    | Pick<CampaignDraft, 'appliesTo' | 'scorecardRef' | 'target'>
    | undefined,
) {
  return useScorecardsQuery({
    queryKey: [...CAMPAIGNS_KEY, 'preview', draft],
    queryFn: api =>
      draft
        ? api.previewCampaign(draft)
        : Promise.reject(new Error('There is nothing to look at yet')),
    enabled: draft !== undefined,
  });
}
