import { Knex } from 'knex';

/*
 * Two tables in the database of each family. Times are milliseconds since the epoch; a bigint column comes back as a
 * string from PostgreSQL: read it with `Number()`.
 */

/** A row of `entities`: what every family keeps of an entity. Families add columns of their own. */
export interface CopiedEntityRow {
  entity_ref: string;
  uid: string;
  /** Lower case. */
  kind: string;
  title: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  /** Of all that is kept of it; empty where it has to be read again. */
  hash: string;
  changed_at: number | string;
  /** Since when the catalog answers it no more, while that may be a mistake. */
  missing_since: number | string | null;
}

/** A row of `entity_terms`: one property of an entity, as conditions of the catalog's policy ask for it. */
export interface EntityTermRow {
  entity_ref: string;
  /** Dotted path, lower case. */
  key: string;
  /** Lower case; null where there is none, or one that is too long to be asked for. */
  value: string | null;
}

/** Creates `entities`. `addColumns` adds those of the family. For a migration. */
export async function createEntityTables(
  knex: Knex,
  addColumns: (table: Knex.CreateTableBuilder) => void = () => {},
): Promise<void> {
  await knex.schema.createTable('entities', table => {
    table.comment('A copy of entities of the catalog');
    table.text('entity_ref').primary().comment('Full lower-case entity ref');
    table.text('uid').notNullable().comment('metadata.uid of the catalog');
    table.text('kind').notNullable().comment('Lower case');
    table.text('title').nullable().comment('metadata.title');
    table.text('owner_ref').nullable().comment('Target of ownedBy');
    table.text('system_ref').nullable().comment('The system it is part of');
    table.text('domain_ref').nullable().comment('The domain it is part of');
    table.text('hash').notNullable().comment('Of all that is kept of it');
    table.bigInteger('changed_at').notNullable().comment('When that changed');
    addMissingSince(table);
    addColumns(table);
    table.index(['uid'], 'entities_uid_idx');
    table.index(['kind'], 'entities_kind_idx');
    table.index(['owner_ref'], 'entities_owner_ref_idx');
    table.index(['system_ref'], 'entities_system_ref_idx');
    table.index(['domain_ref'], 'entities_domain_ref_idx');
  });
  await createEntityTerms(knex);
}

/** Creates what stands beside an `entities` that is there already. For a migration. */
export async function createEntityTerms(knex: Knex): Promise<void> {
  await knex.schema.createTable('entity_terms', table => {
    table.comment(
      'Properties of entities, as permission policies ask for them',
    );
    table.text('entity_ref').notNullable();
    table.text('key').notNullable().comment('Dotted path, lower case');
    table.text('value').nullable().comment('Lower case');
    table.index(['entity_ref', 'key', 'value'], 'entity_terms_entity_ref_idx');
    table.index(['key', 'value', 'entity_ref'], 'entity_terms_key_idx');
  });
}

/** For a migration of an `entities` that is there already. */
export function addMissingSince(table: Knex.CreateTableBuilder): void {
  table
    .bigInteger('missing_since')
    .nullable()
    .comment('Since when the catalog answers it no more, in case of a mistake');
}
