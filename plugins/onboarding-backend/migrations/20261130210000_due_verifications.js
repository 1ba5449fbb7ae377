// @ts-check

/**
 * Which journeys are to be verified stands in a table of its own: a burst of records marks each journey several times, and
 * a row of a journey is in eight indexes. How often a task was seen is counted when it is read, and stored no more.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('due_verifications', table => {
    table.comment('Journeys whose tasks are compared with records again');
    table.bigIncrements('id');
    // No foreign key: whoever marks a journey would wait for whoever changes it.
    table.text('journey_id').notNullable();
    table.index(['journey_id'], 'due_verifications_journey_id_idx');
  });
  await knex.raw(
    'insert into due_verifications (journey_id) select id from journeys where verify_at is not null',
  );
  await knex.schema.alterTable('journeys', table => {
    table.dropIndex(['verify_at'], 'journeys_verify_at_idx');
  });
  // On SQLite, knex would make the tables anew, and with them delete what refers to them.
  await knex.raw('alter table journeys drop column verify_at');
  await knex.raw('alter table journey_tasks drop column reached');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('journey_tasks', table => {
    table.integer('reached').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('journeys', table => {
    table.bigInteger('verify_at').nullable();
    table.index(['verify_at'], 'journeys_verify_at_idx');
  });
  await knex('journeys')
    .whereIn('id', knex('due_verifications').select('journey_id'))
    .update({ verify_at: Date.now() });
  await knex.schema.dropTable('due_verifications');
};
