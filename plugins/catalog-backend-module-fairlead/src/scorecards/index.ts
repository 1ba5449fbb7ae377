export { ServiceKnownFacts } from './KnownFacts';
export { ScorecardProcessor } from './ScorecardProcessor';
