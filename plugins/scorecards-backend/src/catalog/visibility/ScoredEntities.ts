import { VisibleEntities } from '@fairlead/catalog-copy';

/** The refs and kinds that an answer can show; asked for only when the catalog's decision has conditions. */
export interface ScoredEntities {
  /** Those that may be seen. */
  listScorecardRefs(visible: VisibleEntities): Promise<string[]>;

  /** Lower case. */
  listKinds(): Promise<string[]>;
}
