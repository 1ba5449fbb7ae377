export { AuthorizedFriction, type ForUser } from './AuthorizedFriction';
export { DatabaseFrictionStore } from './DatabaseFrictionStore';
export { readFrictionLimitsFromConfig } from './limits';
