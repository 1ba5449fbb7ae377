export { AuthorizedIncidents } from './AuthorizedIncidents';
export { DatabaseIncidents } from './DatabaseIncidents';
export { IncidentFigures } from './IncidentFigures';
export type { Incidents } from './Incidents';
export { readReviewPolicyFromConfig } from './readReviewPolicy';
