import {
  Campaign,
  CampaignActor,
  CampaignDraft,
  CampaignMoveRequest,
} from '@fairlead/backstage-plugin-scorecards-common';

/** Who decides, and the scorecards whose campaigns may be named to them. */
export interface CampaignCaller {
  actor: CampaignActor;
  scorecards: 'all' | readonly string[];
}

/** A campaign after a move, and what came of it for others. */
export interface MovedCampaign {
  campaign: Campaign;
  /** Campaigns that were paused for a team, so that this one has room. */
  paused: { campaign: Campaign; teamRef: string; reason: string }[];
  /** Teams that have as many active campaigns as they may have. */
  waiting: string[];
}

/** The life of a campaign. Each step is an entry in the log of decisions. */
export interface CampaignService {
  /** Throws an InputError for what cannot be asked for, and a NotAllowedError for a group that is not the actor's. */
  draft(draft: CampaignDraft, actor: CampaignActor): Promise<Campaign>;

  /**
   * Throws a NotFoundError for an unknown campaign, a NotAllowedError when the move is not the actor's to make, and a
   * ConflictError when the campaign is past it, or when it would be active for no team because each has as many active
   * ones as it may have.
   */
  move(
    id: string,
    request: Exclude<CampaignMoveRequest, { move: 'issue' }>,
    caller: CampaignCaller,
  ): Promise<MovedCampaign>;
}
