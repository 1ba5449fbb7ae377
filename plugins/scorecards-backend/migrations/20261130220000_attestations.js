/*
 * The answers of teams to questions. They are added and never changed; where they stand follows from them, from the log of
 * decisions and from the clock.
 */

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('attestations', table => {
    table.comment(
      'Answers to the questions of checks, each for good; the newest of a team stands for it',
    );
    table.bigIncrements('seq').comment('The order in which they were given');
    table.text('id').notNullable().comment('Names it in the log of decisions');
    table.text('scorecard_ref').notNullable();
    table.text('check_id').notNullable();
    table.text('entity_ref').notNullable();
    table
      .text('team_ref')
      .notNullable()
      .comment('Who answers; the person stands in the log of decisions');
    table.text('question').notNullable().comment('As it read then');
    table.text('choice').notNullable().comment('The id of a choice');
    table.text('choice_title').notNullable().comment('As it read then');
    table.text('text').nullable();
    table
      .text('evidence')
      .notNullable()
      .comment('JSON: links to what it rests on');
    table.bigInteger('answered_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table
      .bigInteger('reminded_at')
      .nullable()
      .comment('When the team was told that it expires soon');
    table.unique(['id'], { indexName: 'attestations_id_uniq' });
    table.index(
      ['entity_ref', 'scorecard_ref', 'check_id', 'team_ref', 'seq'],
      'attestations_entity_ref_idx',
    );
    table.index(['expires_at'], 'attestations_expires_at_idx');
  });
};

/**
 * Answers are gone with their table, and so are the entries about them: the version before knows neither.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('decisions').where('subject_kind', 'attestation').delete();
  await knex.schema.dropTable('attestations');
};
