export { ScorecardsClient } from './ScorecardsClient';
export { scorecardsApiRef } from './ScorecardsApi';
export type {
  ScorecardEntitiesQuery,
  ScorecardsApi,
  WaiversQuery,
} from './ScorecardsApi';
