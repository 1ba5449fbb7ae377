export { DefaultNormaliser } from './DefaultNormaliser';
export type { Normaliser } from './Normaliser';
export type { Marking } from './storeTold';
