/*
 * Facts that a source comes to know of only by asking: what it says of them is kept, so that they are declared after a
 * restart, and where another process ran the source.
 */

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('known_facts', table => {
    table
      .text('declaration')
      .nullable()
      .comment('JSON: as its scheduled source declares it, found by asking');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('known_facts', table => {
    table.dropColumn('declaration');
  });
};
