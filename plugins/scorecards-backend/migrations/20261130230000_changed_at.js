// @ts-check

/*
 * Totals of days that are over are kept while no entity changes. Whether one did is counted from this index alone: the rows
 * are long.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entities', table => {
    table.index(['changed_at'], 'entities_changed_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('entities', table => {
    table.dropIndex(['changed_at'], 'entities_changed_at_idx');
  });
};
