/*
 * The first schema: what is observed (facts), what is judged (results) and how it came to be so (transitions,
 * versions, totals). Times are milliseconds since the epoch in bigint columns, so that both databases compare them
 * as numbers; JSON is text, since SQLite has no JSON type.
 */

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.comment(
      'The entities of the catalog as they were last evaluated, and when they are due again',
    );
    table.text('entity_ref').primary().comment('Full lower-case entity ref');
    table.text('uid').notNullable().comment('metadata.uid of the catalog');
    table.text('kind').notNullable().comment('Lower case');
    table.text('title').nullable().comment('metadata.title');
    table.text('owner_ref').nullable().comment('Target of ownedBy');
    table.text('system_ref').nullable().comment('The system it is part of');
    table.text('domain_ref').nullable().comment('The domain of that system');
    table
      .text('etag')
      .notNullable()
      .comment('Hash of all that the catalog says of it, relations included');
    table.text('entity').notNullable().comment('The entity as JSON');
    table.bigInteger('changed_at').notNullable().comment('When that changed');
    table
      .bigInteger('evaluate_at')
      .nullable()
      .comment('When it is due: now after a change, later for the clock');
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Counts changes, so that one during an evaluation is not lost');
    table
      .bigInteger('claimed_until')
      .nullable()
      .comment('Until when a replica has it in hand');
    table.bigInteger('evaluated_at').nullable().comment('Last evaluation');
    table.index(['evaluate_at'], 'entities_evaluate_at_idx');
    table.index(['uid'], 'entities_uid_idx');
    table.index(['owner_ref'], 'entities_owner_ref_idx');
    table.index(['system_ref'], 'entities_system_ref_idx');
    table.index(['kind'], 'entities_kind_idx');
  });

  await knex.schema.createTable('facts', table => {
    table.comment('The newest value of each fact of each entity');
    table
      .text('entity_ref')
      .notNullable()
      .references('entity_ref')
      .inTable('entities')
      .onDelete('CASCADE');
    table.text('fact_id').notNullable();
    table.text('source').notNullable().comment('Who observed it');
    table.text('value').nullable().comment('JSON; null if never observed');
    table.bigInteger('observed_at').notNullable().comment('Of the value');
    table.text('error').nullable().comment('What the source failed on since');
    table.bigInteger('error_at').nullable().comment('When it failed');
    table.bigInteger('expires_at').nullable().comment('When it turns stale');
    table.primary(['entity_ref', 'fact_id']);
    table.index(['source'], 'facts_source_idx');
  });

  await knex.schema.createTable('known_facts', table => {
    table.comment(
      'Fact ids that were received, so that scorecards may name them',
    );
    table.text('fact_id').notNullable();
    table.text('source').notNullable();
    table.bigInteger('first_seen_at').notNullable();
    table.primary(['fact_id', 'source']);
  });

  await knex.schema.createTable('fact_sources', table => {
    table.comment('How each scheduled source is doing');
    table.text('id').primary();
    table.text('cursor').nullable().comment('Where an incremental source is');
    table.bigInteger('last_started_at').nullable();
    table.bigInteger('last_finished_at').nullable();
    table.text('last_outcome').nullable().comment('success, partial, failure');
    table.text('last_error').nullable();
  });

  await knex.schema.createTable('scorecards', table => {
    table.comment('The version of each scorecard that is in force');
    table.text('scorecard_ref').primary();
    table
      .integer('version')
      .notNullable()
      .comment('0 while no version was ever good');
    table.text('hash').notNullable().comment('Of the definition');
    table.text('definition').notNullable().comment('The entity as JSON');
    table.bigInteger('since').notNullable();
    table
      .integer('evaluated_version')
      .notNullable()
      .defaultTo(0)
      .comment('The version that all entities have been evaluated with');
    table
      .text('problems')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: what is wrong with the version now in the catalog');
  });

  await knex.schema.createTable('scorecard_versions', table => {
    table.comment('Every version that was ever in force');
    table.text('scorecard_ref').notNullable();
    table.integer('version').notNullable();
    table.text('definition').notNullable();
    table.text('changes').notNullable().comment('JSON: sentences');
    table.bigInteger('since').notNullable();
    table.primary(['scorecard_ref', 'version']);
  });

  await knex.schema.createTable('results', table => {
    table.comment(
      'One scorecard judged for one entity; written on change only',
    );
    table.text('scorecard_ref').notNullable();
    table
      .text('entity_ref')
      .notNullable()
      .references('entity_ref')
      .inTable('entities')
      .onDelete('CASCADE');
    table.integer('version').notNullable().comment('Of the definition');
    table.text('level').nullable();
    table.integer('level_rank').notNullable().comment('-1 for no level');
    table.double('score').nullable().comment('0 to 1');
    table.double('score_pass').notNullable().comment('Weight that passes');
    table.double('score_total').notNullable().comment('Weight that counts');
    table.integer('fail_count').notNullable();
    table.integer('unknown_count').notNullable();
    table
      .text('statuses')
      .notNullable()
      .comment('A letter for each check in the order of that version');
    table
      .text('checks')
      .notNullable()
      .comment('JSON, same order: since, reason, evidence, …');
    table.text('next').nullable().comment('JSON: the next level');
    table
      .text('digest')
      .notNullable()
      .comment('Hash of what was judged: an equal one needs no write');
    table.bigInteger('changed_at').notNullable();
    table.primary(['scorecard_ref', 'entity_ref']);
    table.index(['entity_ref'], 'results_entity_ref_idx');
  });
  // The order of the lists, in their very words: entities without a score come after those with one.
  await knex.raw(
    'create index results_worst_first_idx on results (scorecard_ref, level_rank, (coalesce(score, 2)), entity_ref)',
  );

  await knex.schema.createTable('transitions', table => {
    table.comment(
      'Changes of check statuses, and of levels where check_id is null',
    );
    table.bigIncrements('id');
    table.text('scorecard_ref').notNullable();
    table.text('entity_ref').notNullable();
    table.text('check_id').nullable();
    table.text('from').nullable();
    table.text('to').nullable();
    table.bigInteger('at').notNullable();
    table.text('cause').notNullable();
    table.text('reason').notNullable();
    table.index(['entity_ref', 'at'], 'transitions_entity_ref_at_idx');
    table.index(['scorecard_ref', 'at'], 'transitions_scorecard_ref_at_idx');
    table.index(['at'], 'transitions_at_idx');
  });

  await knex.schema.createTable('daily_totals', table => {
    table.comment('How a scorecard stood on a day, for each owner');
    table.text('day').notNullable().comment('YYYY-MM-DD, UTC');
    table.text('scorecard_ref').notNullable();
    table.text('owner_ref').notNullable().comment('Empty for no owner');
    table.integer('entities').notNullable();
    table.text('levels').notNullable().comment('JSON: level or none to count');
    table.text('statuses').notNullable().comment('JSON: status to count');
    table.double('score_pass').notNullable();
    table.double('score_total').notNullable();
    table.primary(['scorecard_ref', 'day', 'owner_ref']);
    table.index(['owner_ref', 'day'], 'daily_totals_owner_ref_day_idx');
  });

  await knex.schema.createTable('waivers', table => {
    table.comment(
      'Time-boxed, reasoned exemptions of one entity from one check',
    );
    table.text('id').primary();
    table.text('scorecard_ref').notNullable();
    table.text('check_id').notNullable();
    table.text('entity_ref').notNullable();
    table.text('reason').notNullable();
    table.text('state').notNullable();
    table.text('requested_by').notNullable();
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.text('entity_owner_by').nullable();
    table.bigInteger('entity_owner_at').nullable();
    table.text('scorecard_owner_by').nullable();
    table.bigInteger('scorecard_owner_at').nullable();
    table.text('rejected_by').nullable();
    table.bigInteger('rejected_at').nullable();
    table.text('rejected_reason').nullable();
    table.index(['entity_ref'], 'waivers_entity_ref_idx');
    table.index(['state', 'expires_at'], 'waivers_state_expires_at_idx');
    table.unique(['entity_ref', 'scorecard_ref', 'check_id'], {
      indexName: 'waivers_current_uniq',
      predicate: knex.whereRaw("state in ('requested', 'approved')"),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'waivers',
    'daily_totals',
    'transitions',
    'results',
    'scorecard_versions',
    'scorecards',
    'fact_sources',
    'known_facts',
    'facts',
    'entities',
  ]) {
    await knex.schema.dropTable(table);
  }
};
