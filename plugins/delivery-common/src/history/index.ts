export {
  classifyEnvironment,
  type EnvironmentClass,
  type EnvironmentRule,
} from './environments';
export { serviceOf, type EnvironmentRollout } from './environmentRollouts';
export type { MergedChange } from './changeIndex';
export type { Deliveries, Delivery } from './deliveries';
export type { Failure, FailureCause, Failures } from './failures';
export * from './history';
export * from './options';
export { rolloutsOf, type Rollout } from './rollouts';
export {
  sequenceReleases,
  type Arrival,
  type Release,
  type ReleaseKind,
} from './sequence';
