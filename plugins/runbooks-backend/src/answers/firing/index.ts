export { AuthorizedFiring } from './AuthorizedFiring';
export { DatabaseFiring } from './DatabaseFiring';
export type { FiringAnswers } from './FiringAnswers';
