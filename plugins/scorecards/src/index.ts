/**
 * Scorecards on entity pages, team pages, the home page and a portal page of their own.
 *
 * @packageDocumentation
 */
export { scorecardsPlugin as default } from './plugin';
export * from './api';
export { ScmError, scorecardsScmApiRef } from './fixes/scm';
export type {
  FileChange,
  PullRequest,
  ScmErrorReason,
  ScorecardsScmApi,
} from './fixes/scm';
export { createScorecardLevelColumn } from './catalogColumn';
export { scorecardsTranslationRef } from './translation';
