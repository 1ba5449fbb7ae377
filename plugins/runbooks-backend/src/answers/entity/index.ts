export { AuthorizedEntityRunbooks } from './AuthorizedEntityRunbooks';
export { DatabaseEntityRunbooks } from './DatabaseEntityRunbooks';
export type { EntityRunbooksAnswers } from './EntityRunbooksAnswers';
