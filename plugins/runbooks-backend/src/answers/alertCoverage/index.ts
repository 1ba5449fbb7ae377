export { AuthorizedCoverage } from './AuthorizedCoverage';
export * from './CoverageAnswers';
export { DatabaseCoverage } from './DatabaseCoverage';
export { SharedCoverage } from './SharedCoverage';
export { listAlerts } from './listAlerts';
export { queryAlerts } from './queryAlerts';
export { describeToldUrl } from './readAlertRows';
export { readCoverage } from './readCoverage';
