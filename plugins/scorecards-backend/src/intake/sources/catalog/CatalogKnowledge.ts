import { Teams } from './Teams';

/** What is known beyond an entity itself. */
export interface CatalogKnowledge {
  teams: Teams;
  /** Whether the catalog has the target of a relation of the page in hand. */
  exists(entityRef: string): boolean;
  /** ISO 8601. */
  lastChanged(entityRef: string): string | undefined;
}
