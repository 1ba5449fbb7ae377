export { outOfHundred } from './outOfHundred';
export { Score } from './Score';
