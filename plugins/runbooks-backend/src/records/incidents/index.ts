export { AuthorizedIncidentNotes } from './AuthorizedIncidentNotes';
export {
  DatabaseIncidentNotes,
  unknownIncident,
} from './DatabaseIncidentNotes';
export type { IncidentNotes } from './IncidentNotes';
export { IncidentWriter } from './IncidentWriter';
export type { IncidentDetails } from './readIncident';
export { isWebUrl } from './isWebUrl';
export { readMoments } from './readMoments';
export { whereIncidentVisible } from './whereIncidentVisible';
