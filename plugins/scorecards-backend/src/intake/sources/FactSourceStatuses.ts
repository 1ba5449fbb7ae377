import { FactSourceStatus } from '@fairlead/backstage-plugin-scorecards-common';

/** How the scheduled fact sources are doing. */
export interface FactSourceStatuses {
  /** One for each registered source, by id, those that never ran included. */
  list(): Promise<FactSourceStatus[]>;
}
