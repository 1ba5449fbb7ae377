export type { IncidentValues } from './IncidentValues';
export { ValuesComputing } from './ValuesComputing';
