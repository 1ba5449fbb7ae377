export { CampaignIssues } from './CampaignIssues';
export { readCampaignKinds } from './readCampaignKinds';
