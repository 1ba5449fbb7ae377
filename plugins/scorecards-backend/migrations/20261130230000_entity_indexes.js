// @ts-check

/*
 * Rows of entities are long, since they hold the entity. Whether one changed, and whose they are, is read from these indexes
 * alone.
 */

const LISTED = ['entity_ref', 'kind', 'owner_ref', 'system_ref', 'domain_ref'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entities', table => {
    table.index(['changed_at'], 'entities_changed_at_idx');
    table.index(LISTED, 'entities_listed_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entities', table => {
    table.dropIndex(LISTED, 'entities_listed_idx');
    table.dropIndex(['changed_at'], 'entities_changed_at_idx');
  });
};
