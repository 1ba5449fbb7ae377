export { CampaignLink } from './CampaignLink';
export { CampaignStateLabel } from './CampaignStateLabel';
export { DueDate } from './DueDate';
export { RefusedMove } from './RefusedMove';
export { TeamLoad } from './TeamLoad';
