import { Knex } from 'knex';

/** Creates the table `source_positions`. For a first migration. */
export async function createSourcePositions(knex: Knex): Promise<void> {
  await knex.schema.createTable('source_positions', table => {
    table.comment('How far each source was read');
    table.text('source_id').primary();
    table.text('cursor').nullable();
    table.bigInteger('read_at').notNullable();
  });
}
