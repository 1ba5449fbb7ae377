/*
 * When a fact source last did its work, however often it failed since.
 */

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('alter table fact_sources add column last_success_at bigint');
  await knex('fact_sources')
    .whereNot('last_outcome', 'failure')
    .update('last_success_at', knex.ref('last_finished_at'));
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('alter table fact_sources drop column last_success_at');
};
