export { LinkedChanges } from './LinkedChanges';
export { NothingToChange } from './NothingToChange';
