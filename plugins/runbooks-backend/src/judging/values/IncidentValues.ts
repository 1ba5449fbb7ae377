import { EntityRunbookValues } from '@fairlead/backstage-plugin-runbooks-common';

/** What other backends are told of the incidents of entities. */
export interface IncidentValues {
  /** By the ref of the entity. */
  ofEntities(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, EntityRunbookValues['incidents']>>;
}
