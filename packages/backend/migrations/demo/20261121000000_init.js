// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('replays', table => {
    table.comment('How far the life of the demo organisation has been sent');
    table.text('id').primary();
    table.bigInteger('sent_up_to').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('replays');
};
