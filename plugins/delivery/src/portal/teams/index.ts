export { TeamComparison } from './TeamComparison';
