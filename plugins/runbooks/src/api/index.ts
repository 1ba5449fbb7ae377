export { RunbooksClient } from './RunbooksClient';
export { runbooksApiRef } from './RunbooksApi';
export type {
  AlertOnEntity,
  CoverageQuery,
  FiringQuery,
  IncidentsQuery,
  PageQuery,
  RunbooksApi,
  RunbooksQuery,
  UsesQuery,
} from './RunbooksApi';
