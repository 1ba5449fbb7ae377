export { CampaignDraftView } from './draft/CampaignDraftView';
export { CampaignsView } from './list/CampaignsView';
export { CampaignView } from './one/CampaignView';
