export { outOfHundred } from './outOfHundred';
export { Score } from './Score';
export { ScoreTerms } from './ScoreTerms';
