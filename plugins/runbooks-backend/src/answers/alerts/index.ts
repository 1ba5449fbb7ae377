export { createCoverageWindow, readWindowDaysFromConfig } from './window';
export { queryFiring, readFiringAlerts } from './readFiringAlerts';
export { readRunbooks, toLink } from './readRunbooks';
