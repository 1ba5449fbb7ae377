export { AuthorizedDeliveredChanges } from './AuthorizedDeliveredChanges';
export { DatabaseDeliveredChanges } from './DatabaseDeliveredChanges';
