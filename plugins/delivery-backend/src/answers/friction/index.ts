export { AuthorizedFriction } from './AuthorizedFriction';
export { DatabaseFriction } from './DatabaseFriction';
export type { Friction } from './Friction';
