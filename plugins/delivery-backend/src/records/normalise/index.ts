export { DefaultNormaliser } from './DefaultNormaliser';
export type { Normaliser } from './Normaliser';
