export { AuthorizedVerifications } from './AuthorizedVerifications';
export { DatabaseVerifications } from './DatabaseVerifications';
export type { Verifications } from './Verifications';
export { later, storeVerification } from './storeVerification';
