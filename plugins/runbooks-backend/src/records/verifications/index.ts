export { AuthorizedVerifications } from './AuthorizedVerifications';
export { DatabaseVerifications } from './DatabaseVerifications';
export type { Verifications } from './Verifications';
export { storeVerification } from './storeVerification';
