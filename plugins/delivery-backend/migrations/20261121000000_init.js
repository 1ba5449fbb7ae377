// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('deliveries', table => {
    table.comment('The inbox: deliveries as they were received');
    table.bigIncrements('id');
    table.text('source').notNullable();
    table
      .text('key')
      .notNullable()
      .comment('Made from the body: what comes again is stored once');
    table.text('type').nullable().comment('Null where it cannot be told');
    table.text('via').notNullable().comment('webhook, http, reconcile, …');
    table.text('payload').notNullable().comment('JSON');
    table.integer('size').notNullable().comment('Of the payload, characters');
    table.text('pull_id').nullable().comment('Of the pull that asked for it');
    table.bigInteger('received_at').notNullable();
    table
      .text('state')
      .notNullable()
      .comment('pending, done, unknown or quarantined');
    table.text('reason').nullable().comment('Why it is quarantined');
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .bigInteger('claimed_until')
      .nullable()
      .comment('Until when a worker has it');
    table.bigInteger('processed_at').nullable();
    table.unique(['source', 'key'], { indexName: 'deliveries_key_uniq' });
    table.index(['source', 'received_at'], 'deliveries_received_at_idx');
  });
  // Nearly all deliveries are done: the lists that are worked off hold the others alone.
  await knex.raw(
    "create index deliveries_pending_idx on deliveries (source, id) where state = 'pending'",
  );
  await knex.raw(
    "create index deliveries_unread_idx on deliveries (source, state, type, id) where state in ('unknown', 'quarantined')",
  );

  await knex.schema.createTable('source_hours', table => {
    table.comment('What happened at the door, counted by the hour');
    table.text('source').notNullable();
    table.bigInteger('hour').notNullable().comment('Its start');
    table.integer('accepted').notNullable().defaultTo(0);
    table.integer('duplicates').notNullable().defaultTo(0);
    table.integer('rejected').notNullable().defaultTo(0);
    table.bigInteger('last_accepted_at').nullable();
    table.bigInteger('last_rejected_at').nullable();
    table.text('last_rejection').nullable().comment('Its reason');
    table.primary(['source', 'hour']);
  });

  await knex.schema.createTable('records', table => {
    table.comment('What all deliveries together tell of one thing');
    table.text('key').primary();
    table.text('kind').notNullable();
    table.text('source').notNullable();
    table.text('record').notNullable().comment('JSON');
    table
      .bigInteger('at')
      .notNullable()
      .comment('The first time that it tells');
    table.bigInteger('until').notNullable().comment('The last such time');
    table.text('paths').nullable().comment('JSON: the files it concerns');
    table
      .bigInteger('position')
      .nullable()
      .comment(
        'In the feed: grows each time that the record changes; null only inside the transaction that makes it',
      );
    table.unique(['kind', 'position'], { indexName: 'records_position_uniq' });
    table.index(['until'], 'records_until_idx');
  });

  await knex.schema.createTable('feed_positions', table => {
    table.comment(
      'One row: whoever gives out positions locks it until the commit, so that no lower one becomes visible later',
    );
    table.integer('id').primary();
    table.bigInteger('last').notNullable();
  });
  await knex('feed_positions').insert({ id: 1, last: 0 });

  await knex.schema.createTable('subjects', table => {
    table.comment('What records are about, by the annotation that names it');
    table.bigIncrements('id');
    table.text('source').notNullable();
    table.text('annotation').notNullable();
    table.text('value').notNullable().comment('Lower case');
    table.bigInteger('first_at').notNullable();
    table.bigInteger('last_at').notNullable();
    table.boolean('matched').notNullable().comment('An entity claims it');
    table.unique(['annotation', 'value', 'source'], {
      indexName: 'subjects_uniq',
    });
    table.index(['matched', 'last_at'], 'subjects_matched_idx');
  });

  await knex.schema.createTable('record_subjects', table => {
    table.comment('Which records are about which subject');
    table.bigInteger('subject_id').notNullable();
    table.text('record_key').notNullable();
    table.primary(['subject_id', 'record_key']);
    table.index(['record_key'], 'record_subjects_record_key_idx');
  });

  await knex.schema.createTable('record_commits', table => {
    table.comment(
      'Which commits a record names, in repositories of which an entity claims only a part',
    );
    table.bigInteger('subject_id').notNullable().comment('The repository');
    table.text('sha').notNullable();
    table.text('record_key').notNullable();
    table.text('paths').nullable().comment('JSON: of the record');
    table.primary(['subject_id', 'sha', 'record_key']);
    table.index(['record_key', 'subject_id'], 'record_commits_record_key_idx');
  });

  await knex.schema.createTable('rematches', table => {
    table.comment('Records whose entities have to be found again');
    table.text('record_key').primary();
    table.bigInteger('since').notNullable();
  });

  await knex.schema.createTable('record_entities', table => {
    table.comment('Which records concern which entity');
    table.text('entity_ref').notNullable();
    table.text('record_key').notNullable();
    table.text('kind').notNullable().comment('Of the record');
    table.bigInteger('at').notNullable().comment('Of the record');
    table.bigInteger('until').notNullable().comment('Of the record');
    table.primary(['entity_ref', 'record_key']);
    table.index(['record_key'], 'record_entities_record_key_idx');
    table.index(['entity_ref', 'kind', 'until'], 'record_entities_kind_idx');
  });

  await knex.schema.createTable('entities', table => {
    table.comment('A copy of what is needed of the catalog');
    table.text('entity_ref').primary();
    table.text('uid').notNullable();
    table.text('kind').notNullable().comment('Lower case');
    table.text('title').nullable();
    table.text('owner_ref').nullable();
    table.text('system_ref').nullable();
    table.text('domain_ref').nullable();
    table.text('parent_ref').nullable().comment('Of a group or a domain');
    table.text('hash').notNullable().comment('Of all that is read of it');
    table.index(['uid'], 'entities_uid_idx');
    table.index(['kind'], 'entities_kind_idx');
    table.index(['owner_ref'], 'entities_owner_ref_idx');
    table.index(['system_ref'], 'entities_system_ref_idx');
    table.index(['domain_ref'], 'entities_domain_ref_idx');
    table.index(['parent_ref'], 'entities_parent_ref_idx');
  });

  await knex.schema.createTable('claims', table => {
    table.comment('The subjects that entities name in their annotations');
    table.text('entity_ref').notNullable();
    table.text('annotation').notNullable();
    table.text('value').notNullable().comment('Lower case');
    table
      .text('paths')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: globs of its part of the repository; empty for all');
    table.primary(['entity_ref', 'annotation', 'value']);
    table.index(['annotation', 'value'], 'claims_subject_idx');
  });

  await knex.schema.createTable('people', table => {
    table.comment('Whose the keyed hashes in records are, as far as is known');
    table.text('person').notNullable().comment('The hash');
    table.text('user_ref').notNullable();
    table.primary(['person', 'user_ref']);
    table.index(['user_ref'], 'people_user_ref_idx');
  });

  await knex.schema.createTable('ownerships', table => {
    table.comment('Who owned an entity when, as far back as was observed');
    table.text('entity_ref').notNullable();
    table.text('owner_ref').notNullable().comment('Empty for no owner');
    table.bigInteger('from').notNullable();
    table.bigInteger('to').nullable().comment('Null while it holds');
    table.primary(['entity_ref', 'from']);
    table.index(['owner_ref'], 'ownerships_owner_ref_idx');
  });

  await knex.schema.createTable('changed_days', table => {
    table.comment('The days of entities whose measures are out of date');
    table.text('entity_ref').notNullable();
    table.text('part').notNullable().comment('flow or ci');
    table
      .text('day')
      .notNullable()
      .comment('yyyy-MM-dd in the configured zone');
    table.bigInteger('since').notNullable();
    table.primary(['entity_ref', 'part', 'day']);
    table.index(['since'], 'changed_days_since_idx');
  });

  await knex.schema.createTable('measured_entities', table => {
    table.comment('The entities that have been measured');
    table.text('entity_ref').primary();
    table
      .bigInteger('revision')
      .notNullable()
      .unique({ indexName: 'measured_entities_revision_uniq' })
      .comment('Grows with each change of its samples, over all entities');
    table.bigInteger('measured_at').notNullable();
    table
      .bigInteger('due_at')
      .nullable()
      .comment('When the clock alone changes what is measured');
    table.bigInteger('claimed_until').nullable();
    table
      .text('heads')
      .notNullable()
      .comment('JSON: per measure, what belongs to no day');
    table.index(['due_at'], 'measured_entities_due_at_idx');
  });

  await knex.schema.createTable('sample_days', table => {
    table.comment('The samples of one measure of one entity on one local day');
    table.text('entity_ref').notNullable();
    table.text('measure').notNullable();
    table.text('day').notNullable().comment('yyyy-MM-dd');
    table
      .text('samples')
      .notNullable()
      .comment('JSON: samples, exclusions and marks');
    table.primary(['entity_ref', 'measure', 'day']);
  });

  await knex.schema.createTable('summaries', table => {
    table.comment(
      'Answers that were computed, kept until their samples change',
    );
    table
      .text('key')
      .primary()
      .comment('Hash of the entities, window and choices');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Of the samples it is made from');
    table.bigInteger('computed_at').notNullable();
    table.bigInteger('used_at').notNullable();
    table.text('summary').notNullable().comment('JSON');
    table.index(['used_at'], 'summaries_used_at_idx');
  });

  await knex.schema.createTable('friction_reports', table => {
    table.comment('What engineers say gets in their way');
    table.text('id').primary();
    table.text('entity_ref').notNullable();
    table
      .text('owner_ref')
      .notNullable()
      .comment('At the time; empty for no owner');
    table.text('kind').notNullable();
    table.text('note').nullable();
    table.integer('minutes').notNullable();
    table.text('reported_by').notNullable().comment('Told to nobody');
    table.bigInteger('reported_at').notNullable();
    table.index(['entity_ref', 'reported_at'], 'friction_reports_entity_idx');
    table.index(['owner_ref', 'reported_at'], 'friction_reports_owner_idx');
  });

  await knex.schema.createTable('pulls', table => {
    table.comment('Reconciliations and backfills');
    table.text('id').primary();
    table.text('source').notNullable();
    table.text('via').notNullable().comment('reconcile or backfill');
    table
      .text('state')
      .notNullable()
      .comment('queued, running, done or failed');
    table.bigInteger('from').notNullable();
    table.bigInteger('to').notNullable();
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('started_at').nullable();
    table.bigInteger('finished_at').nullable();
    table.integer('read').notNullable().defaultTo(0);
    table.integer('missing').notNullable().defaultTo(0);
    table.integer('different').notNullable().defaultTo(0);
    table
      .text('progress')
      .nullable()
      .comment('The last subject that was asked for, where it goes on from');
    table.text('error').nullable();
    table.index(['source', 'requested_at'], 'pulls_source_idx');
  });
  // Of two requests at once only one begins.
  await knex.raw(
    "create unique index pulls_backfill_uniq on pulls (source) where via = 'backfill' and state in ('queued', 'running')",
  );

  await knex.schema.createTable('pull_cache', table => {
    table.comment('Validators of HTTP answers, for conditional requests');
    table.text('source').notNullable();
    table.text('url').notNullable();
    table.text('etag').notNullable();
    table.bigInteger('used_at').notNullable();
    table.primary(['source', 'url']);
  });

  await knex.schema.createTable('secrets', table => {
    table.comment('Keys that the plugin makes for itself');
    table.text('name').primary();
    table.text('value').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'secrets',
    'pull_cache',
    'pulls',
    'friction_reports',
    'summaries',
    'sample_days',
    'measured_entities',
    'changed_days',
    'ownerships',
    'people',
    'claims',
    'entities',
    'record_entities',
    'rematches',
    'record_commits',
    'record_subjects',
    'subjects',
    'feed_positions',
    'records',
    'source_hours',
    'deliveries',
  ]) {
    await knex.schema.dropTable(table);
  }
};
