export { AuthorizedEntityMeasures } from './AuthorizedEntityMeasures';
export { DatabaseEntityMeasures } from './DatabaseEntityMeasures';
export { SharedEntityMeasures } from './SharedEntityMeasures';
export type { EntityMeasures } from './EntityMeasures';
