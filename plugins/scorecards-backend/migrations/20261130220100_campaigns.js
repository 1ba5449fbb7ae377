/*
 * Campaigns: a target for a set of entities until a deadline. What is decided of them stands in the log of decisions;
 * these tables hold what a campaign asks for, whom it meets now, and what was told to whom.
 */

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('campaigns', table => {
    table.comment('What campaigns ask for, of whom, and until when');
    table.text('id').primary();
    table.text('title').notNullable();
    table.text('why').notNullable();
    table.text('owner_ref').notNullable().comment('The group that answers');
    table.text('scorecard_ref').notNullable();
    table.text('target').notNullable().comment('JSON: a level, or checks');
    table.text('applies_to').nullable().comment('JSON: a filter predicate');
    table.text('kind').nullable().comment('As configured');
    table
      .text('state')
      .notNullable()
      .comment('What the log says, for queries; the clock goes ahead of it');
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('deadline').notNullable();
    table.text('reminders').notNullable().comment('JSON: durations');
    table.text('drafted_by').notNullable();
    table.bigInteger('drafted_at').notNullable();
    table.index(['state', 'deadline'], 'campaigns_state_deadline_idx');
    table.index(['drafted_at', 'id'], 'campaigns_drafted_at_idx');
  });

  await knex.schema.createTable('campaign_teams', table => {
    table.comment('Whether a campaign is active for a team that it meets');
    table
      .text('campaign_id')
      .notNullable()
      .references('id')
      .inTable('campaigns')
      .onDelete('CASCADE');
    table.text('team_ref').notNullable();
    table.text('state').notNullable().comment('active, paused or waiting');
    table
      .bigInteger('told_at')
      .nullable()
      .comment('The start or the reminder that the team was last told of');
    table.primary(['campaign_id', 'team_ref']);
    table.index(['team_ref'], 'campaign_teams_team_ref_idx');
  });

  await knex.schema.createTable('campaign_entities', table => {
    table.comment('The entities that a campaign meets');
    table
      .text('campaign_id')
      .notNullable()
      .references('id')
      .inTable('campaigns')
      .onDelete('CASCADE');
    table
      .text('entity_ref')
      .notNullable()
      .references('entity_ref')
      .inTable('entities')
      .onDelete('CASCADE');
    table.primary(['campaign_id', 'entity_ref']);
    table.index(['entity_ref'], 'campaign_entities_entity_ref_idx');
  });

  await knex.schema.createTable('campaign_issues', table => {
    table.comment('The one issue of a team and a campaign');
    table
      .text('campaign_id')
      .notNullable()
      .references('id')
      .inTable('campaigns')
      .onDelete('CASCADE');
    table.text('team_ref').notNullable();
    table.text('via').notNullable().comment('template or webhook');
    table.text('state').notNullable().comment('pending, opened or failed');
    table.text('body').nullable().comment('JSON that a webhook is sent');
    table.text('url').nullable().comment('Where the issue is');
    table.text('error').nullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .bigInteger('claimed_until')
      .nullable()
      .comment('Until when a replica has it in hand, or nobody tries again');
    table.bigInteger('at').notNullable();
    table.primary(['campaign_id', 'team_ref']);
    table.index(['state', 'claimed_until'], 'campaign_issues_state_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'campaign_issues',
    'campaign_entities',
    'campaign_teams',
    'campaigns',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex('decisions').where('subject_kind', 'campaign').delete();
};
