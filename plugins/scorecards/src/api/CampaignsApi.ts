import {
  Campaign,
  CampaignDetailsResponse,
  CampaignDraft,
  CampaignMoveRequest,
  CampaignPreviewResponse,
  CampaignState,
  Page,
} from '@fairlead/backstage-plugin-scorecards-common';

/**
 * Which campaigns to list.
 *
 * @public
 */
export interface CampaignsQuery {
  state?: CampaignState;
  /** Those that are active, paused or waiting for this team. */
  teamRef?: string;
  scorecardRef?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Campaigns, as the screens need them.
 *
 * @public
 */
export interface CampaignsApi {
  /** Newest first. */
  listCampaigns(query?: CampaignsQuery): Promise<Page<Campaign>>;
  /** A campaign with its progress by team. */
  getCampaign(
    id: string,
    query?: { limit?: number; teamRef?: string },
  ): Promise<CampaignDetailsResponse>;
  /** Whom a campaign would meet. Stores nothing. */
  previewCampaign(
    draft: Pick<CampaignDraft, 'appliesTo' | 'scorecardRef' | 'target'>,
  ): Promise<CampaignPreviewResponse>;
  draftCampaign(draft: CampaignDraft): Promise<Campaign>;
  moveCampaign(
    id: string,
    request: CampaignMoveRequest,
  ): Promise<CampaignDetailsResponse>;
}
