export { DecisionsReplay } from './DecisionsReplay';
export { readDecisions } from './readDecisions';
