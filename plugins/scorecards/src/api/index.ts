export { ScorecardsClient } from './ScorecardsClient';
export { scorecardsApiRef } from './ScorecardsApi';
export type {
  AnswerRequest,
  ScorecardEntitiesQuery,
  ScorecardsApi,
  WaiversQuery,
} from './ScorecardsApi';
