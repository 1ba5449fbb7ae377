export { AuthorizedFrictionReports } from './AuthorizedFrictionReports';
export { DatabaseFrictionReports } from './DatabaseFrictionReports';
export { readFrictionLimitsFromConfig } from './limits';
export { toFrictionReport } from './toFrictionReport';
