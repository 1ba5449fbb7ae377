/*
 * What teams are told of results: levels that were lost and that nobody has been told of yet, and which digest was sent
 * to whom.
 */

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('lost_levels', table => {
    table.comment(
      'Entities that fell below a level, until their team has been told',
    );
    table.text('scorecard_ref').notNullable();
    table
      .text('entity_ref')
      .notNullable()
      .references('entity_ref')
      .inTable('entities')
      .onDelete('CASCADE');
    table.text('from').notNullable().comment('The level that it had');
    table.bigInteger('at').notNullable().comment('When it fell');
    table.text('cause').notNullable().comment('As in transitions');
    table.text('reason').notNullable();
    table.primary(['scorecard_ref', 'entity_ref']);
    table.index(['entity_ref'], 'lost_levels_entity_ref_idx');
    table.index(['at'], 'lost_levels_at_idx');
  });

  await knex.schema.createTable('digests', table => {
    table.comment('The digest of a week for a team, once it is taken in hand');
    table.text('owner_ref').notNullable();
    table.text('week').notNullable().comment('Its Monday, YYYY-MM-DD');
    table
      .bigInteger('taken_until')
      .notNullable()
      .comment('Until when a replica has it in hand');
    table
      .bigInteger('sent_at')
      .nullable()
      .comment('When it was sent, or there was nothing to tell');
    table.primary(['week', 'owner_ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('digests');
  await knex.schema.dropTable('lost_levels');
};
