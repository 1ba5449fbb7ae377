/*
 * The first schema: which runbooks there are and how they stand, what fired, what happened, and what people said of it.
 * Times are milliseconds since the epoch in bigint columns, so that both databases compare them as numbers; JSON is
 * text, since SQLite has no JSON type.
 */

// @ts-check

const { createEntityTables } = require('@fairlead/catalog-copy');

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createEntityTables(knex, table => {
    table.text('entity').notNullable().comment('The entity as JSON');
    table
      .bigInteger('values_changed_at')
      .nullable()
      .comment('When what other backends are told of it last changed');
    table.text('values').nullable().comment('What they are told, as JSON');
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each change of what is answered of it');
    table
      .bigInteger('values_due_at')
      .nullable()
      .comment('When that is computed again');
    table
      .bigInteger('register_at')
      .nullable()
      .comment('When the runbooks that it names are registered again');
    table.index(
      ['values_changed_at', 'entity_ref'],
      'entities_values_changed_at_idx',
    );
    table.index(['values_due_at'], 'entities_values_due_at_idx');
    table.index(['register_at'], 'entities_register_at_idx');
  });
  await createRegistry(knex);
  await createAlerts(knex);
  await createIncidents(knex);
  await createUses(knex);
  await knex.schema.createTable('clocks', table => {
    table.comment('Times that only go on, whatever the clocks of replicas say');
    table.text('name').primary();
    table.bigInteger('last').notNullable();
  });
  await knex.schema.createTable('source_positions', table => {
    table.comment('How far each source of operations was read');
    table.text('source_id').primary();
    table.text('cursor').nullable();
    table.bigInteger('read_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
async function createRegistry(knex) {
  await knex.schema.createTable('runbooks', table => {
    table.comment('Every runbook that an entity, a link or an alert names');
    table.text('id').primary().comment('Digest of the key');
    table
      .text('key')
      .notNullable()
      .unique()
      .comment('The ref of the Runbook entity, or the URL');
    table.text('entity_ref').nullable().comment('The Runbook entity');
    table.text('title').notNullable();
    table.text('owner_ref').nullable();
    table.text('tier').notNullable();
    table.text('text_from').notNullable().comment('text, techdocs or url');
    table.text('url').nullable();
    table
      .text('url_key')
      .nullable()
      .comment('The same for all spellings of the URL');
    table.text('techdocs').nullable().comment('Entity ref and path, as JSON');
    table
      .text('serves')
      .nullable()
      .comment('Entities and filter as JSON, of those that have a filter');
    table.bigInteger('time_to_live').nullable().comment('Milliseconds');
    table.text('hash').notNullable().comment('Of its definition');
    table
      .text('problems')
      .notNullable()
      .defaultTo('[]')
      .comment('Of the linter, as JSON');
    for (const part of [
      'resolves',
      'complete',
      'actionable',
      'fresh',
      'drift',
    ]) {
      table
        .text(part)
        .notNullable()
        .defaultTo('unknown')
        .comment('State of this part of its health');
    }
    table
      .text('health')
      .notNullable()
      .defaultTo('{}')
      .comment('All parts with their reasons, as JSON');
    table
      .bigInteger('judge_at')
      .nullable()
      .comment(
        'When its health is judged again: now after a change, later for the clock',
      );
    table.bigInteger('verified_at').nullable();
    table.bigInteger('used_at').nullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.index(['owner_ref'], 'runbooks_owner_ref_idx');
    table.index(['judge_at'], 'runbooks_judge_at_idx');
    table.index(['entity_ref'], 'runbooks_entity_ref_idx');
    table.index(['url_key'], 'runbooks_url_key_idx');
  });

  await knex.schema.createTable('runbook_entities', table => {
    table.comment('Which entities a runbook serves, and who says so');
    foreignRunbook(table);
    table.text('entity_ref').notNullable();
    table
      .text('origin')
      .notNullable()
      .comment('entity, link, annotation or alert');
    table.text('title').nullable().comment('Of the link');
    table.text('url').nullable().comment('As it is written there');
    table.primary(['runbook_id', 'entity_ref', 'origin']);
    table.index(['entity_ref'], 'runbook_entities_entity_ref_idx');
  });

  await knex.schema.createTable('runbook_alerts', table => {
    table.comment('The names of alerts that a Runbook entity is for');
    foreignRunbook(table);
    table.text('pattern').notNullable().comment('With globs');
    table.boolean('is_glob').notNullable();
    table.primary(['runbook_id', 'pattern']);
    table.index(['pattern'], 'runbook_alerts_pattern_idx');
  });

  await knex.schema.createTable('runbook_copies', table => {
    table.comment('The last good copy of the text of each runbook');
    foreignRunbook(table).primary();
    table.text('text').notNullable();
    table.text('text_hash').notNullable();
    table.text('base_url').nullable().comment('What its links are relative to');
    table.bigInteger('copied_at').notNullable();
  });

  await knex.schema.createTable('runbook_probes', table => {
    table.comment('Whether the addresses of runbooks lead anywhere');
    foreignRunbook(table).primary();
    table.text('url').notNullable();
    table.text('host').notNullable();
    table.bigInteger('due_at').notNullable();
    table
      .bigInteger('leased_until')
      .nullable()
      .comment('Until when a replica has it in hand');
    table.bigInteger('probed_at').nullable();
    table.text('state').notNullable().defaultTo('unknown');
    table.text('reason').nullable();
    table.integer('status').nullable().comment('Of HTTP');
    table.text('final_url').nullable();
    table.text('etag').nullable();
    table.text('last_modified').nullable();
    table.integer('failures').notNullable().defaultTo(0).comment('In a row');
    table.bigInteger('ok_at').nullable();
    table
      .boolean('is_too_long')
      .notNullable()
      .defaultTo(false)
      .comment('To be copied');
    table.index(['due_at'], 'runbook_probes_due_at_idx');
    table.index(['host', 'due_at', 'runbook_id'], 'runbook_probes_host_idx');
    table.index(['host', 'leased_until'], 'runbook_probes_leased_idx');
  });

  await knex.schema.createTable('notices', table => {
    table.comment('What owners were told, so that nobody is told twice');
    table.text('runbook_id').notNullable();
    table.text('part').notNullable();
    table.text('state').notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('told_at').nullable();
    table.primary(['runbook_id', 'part']);
  });
}

/** @param {import('knex').Knex} knex */
async function createAlerts(knex) {
  await knex.schema.createTable('firings', table => {
    table.comment('Each firing of an alert, from its start to its end');
    table.text('key').primary();
    table.text('source').notNullable();
    table.text('fingerprint').notNullable();
    table.text('alert').notNullable();
    table.bigInteger('starts_at').notNullable();
    table
      .bigInteger('told_ends_at')
      .nullable()
      .comment('The end that is told with this start');
    table
      .bigInteger('ends_at')
      .nullable()
      .comment('The end, which may be told with another start');
    table
      .text('part_of')
      .nullable()
      .comment('The firing of which this one tells but the end');
    table.text('severity').nullable();
    table.boolean('may_page').notNullable();
    table
      .text('details')
      .notNullable()
      .comment('Entities, labels, receivers and links, as JSON');
    table.bigInteger('told_at').notNullable().comment('When it last changed');
    table.index(
      ['source', 'fingerprint', 'starts_at'],
      'firings_fingerprint_idx',
    );
    table.index(['starts_at'], 'firings_starts_at_idx');
    table.index(['told_at'], 'firings_told_at_idx');
  });

  await knex.schema.createTable('firing_entities', table => {
    table.comment('What each firing is about, with what lists of it need');
    table
      .text('firing_key')
      .notNullable()
      .references('key')
      .inTable('firings')
      .onDelete('CASCADE');
    table.text('entity_ref').notNullable();
    table.text('alert').notNullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').nullable();
    table.boolean('may_page').notNullable();
    table.primary(['firing_key', 'entity_ref']);
    table.index(
      ['entity_ref', 'alert', 'starts_at'],
      'firing_entities_entity_idx',
    );
    table.index(['ends_at', 'entity_ref'], 'firing_entities_ends_at_idx');
  });

  await knex.schema.createTable('alerts', table => {
    table.comment('Each name of an alert on each entity, with its runbook');
    table.text('alert').notNullable();
    table.text('entity_ref').notNullable();
    table.bigInteger('first_fired_at').notNullable();
    table
      .bigInteger('last_fired_at')
      .notNullable()
      .comment('When it last began');
    table
      .bigInteger('fires_until')
      .notNullable()
      .comment('The last of its ends; the end of all time while it fires');
    table
      .bigInteger('may_page_until')
      .notNullable()
      .comment('The same of firings that may page; 0 where none may');
    table.text('severity').nullable();
    table.text('labels').notNullable().comment('Of the last firing, as JSON');
    table.text('told_url').nullable().comment('The runbook URL it names');
    table.text('runbook_id').nullable().comment('The one that fits best');
    table
      .bigInteger('choose_at')
      .nullable()
      .comment('When its runbook is chosen again');
    table.primary(['alert', 'entity_ref']);
    table.index(['entity_ref', 'fires_until'], 'alerts_entity_ref_idx');
    table.index(['fires_until'], 'alerts_fires_until_idx');
    table.index(['choose_at'], 'alerts_choose_at_idx');
    table.index(['runbook_id'], 'alerts_runbook_id_idx');
    table.index(['told_url'], 'alerts_told_url_idx');
  });

  await knex.schema.createTable('deployments', table => {
    table.comment('Deployments to production, by what they are of');
    table.text('key').notNullable();
    table.text('entity_ref').notNullable();
    table.bigInteger('finished_at').notNullable();
    table
      .text('version')
      .comment(
        'The same in all regions: several rows of one are one deployment',
      );
    table.primary(['key', 'entity_ref']);
    table.index(['entity_ref', 'finished_at'], 'deployments_entity_idx');
  });

  await knex.schema.createTable('applied_rules', table => {
    table.comment('The rules of the configuration that rows were decided by');
    table.text('name').primary();
    table.text('rules').notNullable().comment('As JSON');
  });
}

/** @param {import('knex').Knex} knex */
async function createIncidents(knex) {
  await knex.schema.createTable('incidents', table => {
    table.comment('Incidents as their sources tell them');
    table.text('key').primary();
    table.text('source').notNullable();
    table.text('title').nullable();
    table.text('severity').nullable();
    table.text('url').nullable();
    table.text('found_by').nullable();
    for (const moment of [
      'opened',
      'started',
      'detected',
      'acknowledged',
      'mitigated',
      'resolved',
      'published',
    ]) {
      table.bigInteger(`${moment}_at`).nullable();
    }
    table
      .text('details')
      .notNullable()
      .comment('Alerts, responders, follow-ups and links, as JSON');
    table.bigInteger('changed_at').notNullable();
    table.index(['opened_at'], 'incidents_opened_at_idx');
  });

  await knex.schema.createTable('incident_entities', table => {
    table.comment('What each incident is about');
    foreignIncident(table);
    table.text('entity_ref').notNullable();
    table.primary(['incident_key', 'entity_ref']);
    table.index(['entity_ref'], 'incident_entities_entity_ref_idx');
  });

  await knex.schema.createTable('told_moments', table => {
    table.comment(
      'Moments of incidents that people told, where no source does',
    );
    table.text('incident_key').notNullable();
    table.text('moment').notNullable();
    table.bigInteger('at').notNullable();
    table.text('told_by').notNullable();
    table.bigInteger('told_at').notNullable();
    table.primary(['incident_key', 'moment']);
  });

  await knex.schema.createTable('reviews', table => {
    table.comment('What was learned from an incident');
    table.text('incident_key').primary();
    table.text('text').nullable();
    table.text('url').nullable();
    table.text('nothing_to_change').nullable().comment('Why not');
    table.bigInteger('nothing_told_at').nullable();
    table.integer('revision').notNullable();
    table.text('changed_by').notNullable();
    table.bigInteger('changed_at').notNullable();
  });

  await knex.schema.createTable('linked_changes', table => {
    table.comment('What was changed because of an incident');
    table.text('id').primary();
    table.text('incident_key').notNullable();
    table.text('kind').notNullable();
    table.text('url').notNullable();
    table.text('title').nullable();
    table.text('told_by').notNullable();
    table.bigInteger('told_at').notNullable();
    table.unique(['incident_key', 'url'], {
      indexName: 'linked_changes_url_idx',
    });
  });

  await knex.schema.createTable('follow_ups', table => {
    table.comment('What was agreed after an incident, on its page');
    table.text('id').primary();
    table.text('incident_key').notNullable();
    table.text('title').notNullable();
    table.text('url').nullable();
    table.bigInteger('due_at').nullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('closed_at').nullable();
    table.text('told_by').notNullable();
    table.index(['incident_key'], 'follow_ups_incident_key_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createUses(knex) {
  await knex.schema.createTable('uses', table => {
    table.comment('Each use of a runbook, for an incident or a drill');
    table.text('id').primary();
    table.text('runbook_id').notNullable();
    table.text('title').notNullable().comment('Of the runbook, then');
    table.text('entity_ref').nullable();
    table.text('purpose').notNullable().comment('incident or drill');
    table.text('incident_key').nullable();
    table.text('alert').nullable();
    table.text('labels').notNullable().comment('As JSON');
    table.boolean('by_agent').notNullable();
    table.text('started_by').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table.text('outcome').nullable();
    table.text('note').nullable();
    table.text('steps').notNullable().comment('Of the text, then, as JSON');
    table.text('links').notNullable().defaultTo('[]').comment('As JSON');
    table.integer('revision').notNullable();
    table
      .text('under_way')
      .nullable()
      .unique()
      .comment('What it is for, until it is finished: one use at a time');
    table.index(['runbook_id', 'started_at'], 'uses_runbook_id_idx');
    table.index(['entity_ref', 'started_at'], 'uses_entity_ref_idx');
    table.index(['incident_key'], 'uses_incident_key_idx');
  });

  await knex.schema.createTable('use_ticks', table => {
    table.comment('Each tick of a step, and each that was taken back');
    table.text('use_id').notNullable();
    table.integer('revision').notNullable();
    table.text('step_id').notNullable();
    table.boolean('done').notNullable();
    table.text('ticked_by').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['use_id', 'revision']);
  });

  await knex.schema.createTable('verifications', table => {
    table.comment('Each time a person said of a runbook that it holds');
    table.text('id').primary();
    table.text('runbook_id').notNullable();
    table.text('how').notNullable().comment('read or used');
    table.text('text_hash').nullable().comment('Of the text, then');
    table.text('verified_by').notNullable();
    table.bigInteger('at').notNullable();
    table.index(['runbook_id', 'at'], 'verifications_runbook_id_idx');
  });
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function foreignRunbook(table) {
  return table
    .text('runbook_id')
    .notNullable()
    .references('id')
    .inTable('runbooks')
    .onDelete('CASCADE');
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function foreignIncident(table) {
  return table
    .text('incident_key')
    .notNullable()
    .references('key')
    .inTable('incidents')
    .onDelete('CASCADE');
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of [
    'verifications',
    'use_ticks',
    'uses',
    'follow_ups',
    'linked_changes',
    'reviews',
    'told_moments',
    'incident_entities',
    'incidents',
    'applied_rules',
    'deployments',
    'alerts',
    'firing_entities',
    'firings',
    'notices',
    'runbook_probes',
    'runbook_copies',
    'runbook_alerts',
    'runbook_entities',
    'runbooks',
    'source_positions',
    'clocks',
    'entity_terms',
    'entities',
  ]) {
    await knex.schema.dropTable(name);
  }
};
