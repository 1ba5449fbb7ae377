export { AuthorizedScorecardResults } from './AuthorizedScorecardResults';
export { DatabaseScorecardResults } from './DatabaseScorecardResults';
export * from './ScorecardResults';
export { SharedScorecardResults } from './SharedScorecardResults';
