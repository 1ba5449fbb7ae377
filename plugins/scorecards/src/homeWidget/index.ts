export { HomeScorecards } from './HomeScorecards';
