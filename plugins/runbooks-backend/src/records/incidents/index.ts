export { whereIncidentVisible } from './whereIncidentVisible';
