import { EntityRunbookValues } from '@fairlead/backstage-plugin-runbooks-common';
import { Knex } from 'knex';

/** What other backends are told of the incidents of entities. */
export interface IncidentValues {
  /** By the ref of the entity; those that never had an incident may be left out. */
  read(
    tx: Knex.Transaction,
    entityRefs: readonly string[],
    options: { now: number },
  ): Promise<ReadonlyMap<string, EntityRunbookValues['incidents']>>;
}
