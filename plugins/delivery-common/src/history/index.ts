export {
  classifyEnvironment,
  USUAL_ENVIRONMENTS,
  type EnvironmentClass,
  type EnvironmentRule,
} from './environments';
export { serviceOf } from './environmentRollouts';
export type { MergedChange } from './changeIndex';
export type { Deliveries, Delivery } from './deliveries';
export type { Failure, FailureCause, Failures } from './failures';
export * from './history';
export * from './options';
export { rolloutsOf, type Rollout } from './rollouts';
export { sequenceReleases, type Release } from './sequence';
