export { IncidentPage } from './page';
export { IncidentsPage } from './list';
