export { CampaignNotices } from './CampaignNotices';
export { tellTeams } from './tellTeams';
