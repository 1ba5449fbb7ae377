import { QueryEntitiesInitialRequest } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { RowColumns } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { CopiedEntityRow } from './tables';

/** What a family keeps of an entity beside what every copy keeps. */
export interface KeptOfEntity {
  /** Values of the family's own columns of `entities`. */
  columns?: Record<string, string | number | boolean | null>;
}

/** An entity that is new or changed. */
export interface ChangedEntity<TKept extends KeptOfEntity> {
  row: Omit<CopiedEntityRow, 'missing_since'>;
  kept: TKept;
}

/** Which entities a family keeps, what of them, and what it does when one changes. */
export interface CopyDefinition<TKept extends KeptOfEntity = KeptOfEntity> {
  /** Whose copy it is. */
  pluginId: string;

  /** The entities that are kept, as the catalog is asked for them. */
  query: NonNullable<QueryEntitiesInitialRequest['query']>;

  /** The fields that are streamed, {@link COPIED_FIELDS} among them; absent for all. */
  fields?: QueryEntitiesInitialRequest['fields'];

  /** The family's own columns of `entities`. */
  columns: RowColumns;

  /** Pure: an entity has changed when this answers something else than before. */
  read(entity: Entity): TKept;

  /** Called within the transaction that writes the entities. It is called again for the same change after a crash. */
  onChange(
    tx: Knex.Transaction,
    changed: readonly ChangedEntity<TKept>[],
    options: { now: number },
  ): Promise<void>;

  /** Called within the transaction that removes the entities, before they go. */
  onRemove?(
    tx: Knex.Transaction,
    entityRefs: readonly string[],
    options: { now: number },
  ): Promise<void>;

  /** Called after each run, for what follows from several entities at once. Writes nothing where all is as it should be. */
  onSynced?(db: Knex): Promise<void>;
}

/** What every copy is made from. */
export const COPIED_FIELDS = ['kind', 'metadata', 'relations', 'spec'];
