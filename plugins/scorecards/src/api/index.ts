export { ScorecardsClient } from './ScorecardsClient';
export { scorecardsApiRef } from './ScorecardsApi';
export type { CampaignsApi, CampaignsQuery } from './CampaignsApi';
export type {
  AnswerRequest,
  ScorecardEntitiesQuery,
  ScorecardsApi,
  WaiversQuery,
} from './ScorecardsApi';
