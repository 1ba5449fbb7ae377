export { AuthorizedEntityMeasures } from './AuthorizedEntityMeasures';
export { DatabaseEntityMeasures } from './DatabaseEntityMeasures';
export type { EntityMeasures } from './EntityMeasures';
