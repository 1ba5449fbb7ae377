export { AuthorizedVerifications } from './AuthorizedVerifications';
export { createJudgeAtOnce } from './createJudgeAtOnce';
export { DatabaseVerifications } from './DatabaseVerifications';
export type { Verifications } from './Verifications';
export { storeVerification } from './storeVerification';
