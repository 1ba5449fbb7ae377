export { NothingKnown } from './NothingKnown';
export { isNothingKnown } from './isNothingKnown';
