import {
  CAMPAIGN_STATES,
  CampaignState,
} from '@fairlead/backstage-plugin-scorecards-common';

/** What the list of campaigns shows, as it stands in the address. */
export interface CampaignFilters {
  state?: CampaignState;
  scorecard?: string;
  /** As typed: of a group the kind may be left out. */
  team?: string;
}

/** Reads the filters out of an address; what is not a filter is ignored. */
export function readCampaignFilters(search: URLSearchParams): CampaignFilters {
  const state = CAMPAIGN_STATES.find(each => each === search.get('state'));
  const scorecard = search.get('scorecard');
  const team = search.get('team');
  return {
    ...(state && { state }),
    ...(scorecard && { scorecard }),
    ...(team && { team }),
  };
}

/** Writes filters into an address. */
export function writeCampaignFilters(
  filters: CampaignFilters,
): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filters).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    ),
  );
}
