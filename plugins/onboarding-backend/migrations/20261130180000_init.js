/*
 * The first schema: which tracks there are, who is on which, what verified what, and where somebody was stuck. Times are
 * milliseconds since the epoch in bigint columns, so that both databases compare them as numbers; JSON is text, since
 * SQLite has no JSON type.
 */

// @ts-check

const { createEntityTables } = require('@fairlead/catalog-copy');
const { createSourcePositions } = require('@fairlead/resumable-intake');

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createEntityTables(knex, table => {
    table.text('entity').notNullable().comment('The entity as JSON');
    table
      .bigInteger('start_at')
      .nullable()
      .comment('When journeys that it leads to are looked for again');
    table
      .bigInteger('values_due_at')
      .nullable()
      .comment('When what other backends are told of it is computed again');
    table
      .bigInteger('values_changed_at')
      .nullable()
      .comment('When that last changed');
    table.text('values').nullable().comment('What they are told, as JSON');
    table.index(['start_at'], 'entities_start_at_idx');
    table.index(['values_due_at'], 'entities_values_due_at_idx');
    table.index(
      ['values_changed_at', 'entity_ref'],
      'entities_values_changed_at_idx',
    );
  });
  await createMemberships(knex);
  await createTracks(knex);
  await createJourneys(knex);
  await createContributions(knex);
  await createTalk(knex);
  await knex.schema.createTable('clocks', table => {
    table.comment('Times that only go on, whatever the clocks of replicas say');
    table.text('name').primary();
    table.bigInteger('last').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
async function createMemberships(knex) {
  await knex.schema.createTable('memberships', table => {
    table.comment('Who joined which group when, as far as the copy saw it');
    table.text('user_ref').notNullable();
    table.text('group_ref').notNullable();
    table.text('uid').notNullable().comment('Of the user');
    table.integer('times').notNullable().comment('How often they joined it');
    table
      .bigInteger('joined_at')
      .nullable()
      .comment('Absent where they were in it when we first looked');
    table.bigInteger('left_at').nullable();
    table.primary(['user_ref', 'group_ref']);
    table.index(['group_ref'], 'memberships_group_ref_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createTracks(knex) {
  await knex.schema.createTable('tracks', table => {
    table.comment('Every track of the catalog, and those that journeys are on');
    table.text('track_ref').primary();
    table.integer('version').notNullable().comment('The newest');
    table.text('hash').notNullable().comment('Of the newest composed plan');
    table.text('title').notNullable();
    table.text('purpose').notNullable();
    table.text('owner_ref').notNullable();
    table.text('starts').notNullable().comment('How journeys start, as JSON');
    table.text('audience').nullable().comment('Whom it is for, as JSON');
    table
      .text('summary')
      .notNullable()
      .comment('What lists show of the newest besides, as JSON');
    table
      .bigInteger('first_seen_at')
      .notNullable()
      .comment('When it came, or came back');
    table
      .bigInteger('gone_at')
      .nullable()
      .comment('Since when the catalog has it no more');
    table
      .bigInteger('compose_at')
      .nullable()
      .comment('When it is put together again with what it includes');
  });
  await knex.schema.createTable('track_versions', table => {
    table.comment('What a track was, for the journeys that are on it');
    table.text('track_ref').notNullable();
    table.integer('version').notNullable();
    table
      .text('plan')
      .notNullable()
      .comment('Title, purpose, milestones and tasks, composed, as JSON');
    table.bigInteger('at').notNullable();
    table.primary(['track_ref', 'version']);
  });
}

/** @param {import('knex').Knex} knex */
async function createJourneys(knex) {
  await knex.schema.createTable('journeys', table => {
    table.comment('Somebody on a track; again after they come back or move');
    table.text('id').primary();
    table.text('track_ref').notNullable();
    table.integer('version').notNullable();
    table.text('user_ref').notNullable();
    table
      .text('user_uid')
      .nullable()
      .comment('Of the user entity, so that nobody inherits a journey');
    table.text('team_ref').nullable();
    table
      .text('occasion')
      .notNullable()
      .comment('What it begins for; it begins once for each');
    table.text('started_by').notNullable().comment('join, assignment or self');
    table.bigInteger('start_at').notNullable();
    table.text('start_from').notNullable();
    table
      .text('state')
      .notNullable()
      .comment('not-started, on-the-way, finished or ended');
    table.text('buddy_ref').nullable();
    table.text('buddy_state').nullable().comment('proposed or accepted');
    table.text('passed_by').notNullable().comment('Who will not, as JSON');
    table.bigInteger('first_done_at').nullable();
    table.bigInteger('finished_at').nullable();
    table.bigInteger('ended_at').nullable();
    table.text('end_reason').nullable();
    table
      .bigInteger('user_gone_at')
      .nullable()
      .comment('Since when the catalog does not have the user');
    table.bigInteger('created_at').notNullable();
    table.integer('revision').notNullable().defaultTo(0);
    table
      .bigInteger('generate_at')
      .nullable()
      .comment('When what the catalog adds to it is looked for again');
    table
      .bigInteger('verify_at')
      .nullable()
      .comment('When its tasks are compared with records and facts again');
    table.unique(['track_ref', 'user_ref', 'occasion']);
    table.index(['user_ref'], 'journeys_user_ref_idx');
    table.index(['buddy_ref'], 'journeys_buddy_ref_idx');
    table.index(['team_ref'], 'journeys_team_ref_idx');
    table.index(['generate_at'], 'journeys_generate_at_idx');
    table.index(['verify_at'], 'journeys_verify_at_idx');
  });
  await knex.schema.createTable('journey_tasks', table => {
    table.comment('The tasks of a journey; their words are in its version');
    foreignJourney(table);
    table.text('task_id').notNullable();
    table.text('milestone_id').notNullable();
    table.integer('position').notNullable();
    table
      .text('generated')
      .nullable()
      .comment('Of one that the catalog adds: the whole task, as JSON');
    table
      .text('doer')
      .notNullable()
      .comment('A role, or the ref of a group or user');
    table
      .text('verification')
      .notNullable()
      .comment('record, fact, template, buddy or self');
    table
      .integer('reached')
      .notNullable()
      .comment('How often records showed what it takes');
    table.text('state').notNullable().comment('open, done, waived, gone or na');
    table.boolean('optional').notNullable();
    table
      .bigInteger('open_since')
      .nullable()
      .comment('When all that comes first was done');
    table.bigInteger('done_at').nullable();
    table.text('done_by').nullable().comment('Who said so, for the audit');
    table.text('evidence').nullable().comment('As JSON');
    table
      .boolean('holds')
      .nullable()
      .comment('Whether what verified it is so still');
    table.text('waive_reason').nullable();
    table.bigInteger('waived_at').nullable();
    table.text('run_id').nullable().comment('Of the scaffolder');
    table.text('run_state').nullable();
    table.bigInteger('run_at').nullable();
    table
      .bigInteger('asked_at')
      .nullable()
      .comment('When they were asked how it goes');
    table.primary(['journey_id', 'task_id']);
    table.index(['doer', 'state'], 'journey_tasks_doer_idx');
    // Few tasks have a run, and every write of a task writes each index that it is in.
    table.index(['run_state'], 'journey_tasks_run_state_idx', {
      predicate: knex.whereNotNull('run_state'),
    });
  });
  await knex.schema.createTable('sign_ins', table => {
    table.comment('When somebody was first seen here');
    table.text('user_ref').primary();
    table.bigInteger('first_at').notNullable();
  });
}

/** @param {import('knex').Knex} knex */
async function createContributions(knex) {
  await knex.schema.createTable('contributions', table => {
    table.comment('Work that records show, by whatever stands for a person');
    table.text('key').primary();
    table.text('source_id').notNullable();
    table.text('kind').notNullable();
    table.text('person').notNullable();
    table.bigInteger('at').notNullable();
    table.text('details').notNullable().comment('All of it, as JSON');
    table.index(['person', 'kind', 'at'], 'contributions_person_idx');
    table.index(['at'], 'contributions_at_idx');
  });
  await knex.schema.createTable('identities', table => {
    table.comment('What stands for a user in the records of a source');
    table.text('source_id').notNullable();
    table.text('person').notNullable();
    table.text('user_ref').notNullable();
    table.primary(['source_id', 'person', 'user_ref']);
    table.index(['user_ref'], 'identities_user_ref_idx');
  });
  await knex.schema.createTable('identified_users', table => {
    table.comment('When a source was last asked what stands for a user');
    table.text('source_id').notNullable();
    table.text('user_ref').notNullable();
    table.bigInteger('asked_at').notNullable();
    table.primary(['source_id', 'user_ref']);
  });
  await createSourcePositions(knex);
}

/** @param {import('knex').Knex} knex */
async function createTalk(knex) {
  await knex.schema.createTable('help_requests', table => {
    table.comment('Somebody was stuck');
    table.text('id').primary();
    foreignJourney(table);
    table.text('task_id').notNullable();
    table.text('asked_by').notNullable();
    table.bigInteger('asked_at').notNullable();
    table.text('tried').notNullable();
    table.text('error_says').notNullable();
    table.text('if_nobody').notNullable();
    table.text('missing').notNullable().comment('context or confidence');
    table.text('to_ref').notNullable();
    table.text('reply').nullable();
    table.text('replied_by').nullable();
    table.bigInteger('replied_at').nullable();
    table
      .bigInteger('solved_at')
      .nullable()
      .comment('When the task was done, or they said that they go on');
    table.index(['journey_id', 'task_id'], 'help_requests_journey_id_idx');
    table.index(['to_ref'], 'help_requests_to_ref_idx');
  });
  await knex.schema.createTable('docs_votes', table => {
    table.comment('What somebody says of the documentation of a task');
    foreignJourney(table);
    table.text('task_id').notNullable();
    table.text('voted_by').notNullable();
    table.text('vote').notNullable().comment('found, wrong or missing');
    table.text('note').nullable();
    table.text('docs').nullable();
    table.text('owner_ref').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['journey_id', 'task_id']);
    table.index(['owner_ref', 'at'], 'docs_votes_owner_ref_idx');
  });
  await knex.schema.createTable('docs_notices', table => {
    table.comment('When the owner of documentation was last told of its votes');
    table.text('docs').notNullable();
    table.text('owner_ref').notNullable();
    table.bigInteger('told_at').notNullable();
    table.primary(['docs', 'owner_ref']);
  });
  await knex.schema.createTable('reminders', table => {
    table.comment('The last digest that somebody was sent');
    table.text('user_ref').primary();
    table.text('day').notNullable().comment('In the time zone of the calendar');
    table.text('hash').notNullable().comment('Of what it said');
  });
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function foreignJourney(table) {
  return table
    .text('journey_id')
    .notNullable()
    .references('id')
    .inTable('journeys')
    .onDelete('CASCADE');
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'reminders',
    'docs_notices',
    'docs_votes',
    'help_requests',
    'source_positions',
    'identified_users',
    'identities',
    'contributions',
    'sign_ins',
    'journey_tasks',
    'journeys',
    'track_versions',
    'tracks',
    'memberships',
    'clocks',
    'entity_terms',
    'entities',
  ]) {
    await knex.schema.dropTable(name);
  }
};
