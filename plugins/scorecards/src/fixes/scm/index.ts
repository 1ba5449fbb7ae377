export { DefaultScorecardsScm } from './DefaultScorecardsScm';
export { ScmError } from './ScmError';
export type { ScmErrorReason } from './ScmError';
export { scorecardsScmApiRef } from './ScorecardsScmApi';
export type {
  FileChange,
  PullRequest,
  ScorecardsScmApi,
} from './ScorecardsScmApi';
export { useScm } from './useScm';
