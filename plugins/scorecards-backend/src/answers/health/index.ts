export { AuthorizedHealth } from './AuthorizedHealth';
export { DatabaseHealth } from './DatabaseHealth';
export { observeHealth } from './observeHealth';
