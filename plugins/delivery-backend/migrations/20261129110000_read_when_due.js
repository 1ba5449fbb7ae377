// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    "create index deliveries_due_idx on deliveries (claimed_until) where state = 'quarantined' and claimed_until is not null",
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index deliveries_due_idx');
};
