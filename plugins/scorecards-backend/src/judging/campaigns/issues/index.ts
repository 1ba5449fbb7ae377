export { CampaignIssues } from './CampaignIssues';
export { readCampaignKinds, type CampaignKind } from './readCampaignKinds';
