/*
 * One log of decisions. What the columns of waivers say of approvals and rejections becomes entries of it. The columns
 * stay for a release, because a replica of the version before writes them while both run; nothing else does.
 */

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('decisions', table => {
    table.comment(
      'What persons decided, one entry each; added to and never changed',
    );
    table.bigIncrements('id');
    table.text('subject_kind').notNullable().comment('For example waiver');
    table.text('subject_id').notNullable();
    table.text('move').notNullable().comment('What was done');
    table.text('side').nullable().comment('As which side, where there are any');
    table.text('actor').nullable().comment('Who; null where nobody noted it');
    table
      .text('principal')
      .notNullable()
      .comment('user, agent, service, or unknown: through what they acted');
    table.text('reason').nullable();
    table.bigInteger('at').notNullable();
    table.index(['subject_kind', 'subject_id'], 'decisions_subject_idx');
  });
  await copyColumns(knex, {
    move: 'ask',
    actor: 'requested_by',
    reason: 'reason',
    at: 'requested_at',
  });
  await copyColumns(knex, {
    move: 'approve',
    side: 'entity-owner',
    actor: 'entity_owner_by',
    at: 'entity_owner_at',
  });
  await copyColumns(knex, {
    move: 'approve',
    side: 'scorecard-owner',
    actor: 'scorecard_owner_by',
    at: 'scorecard_owner_at',
  });
  await copyColumns(knex, {
    move: 'reject',
    actor: 'rejected_by',
    reason: 'rejected_reason',
    at: 'rejected_at',
  });
  // Who withdrew a waiver, and when, was not noted: it was after all that was.
  await knex.raw(
    `insert into decisions (subject_kind, subject_id, move, principal, at)
     select 'waiver', id, 'withdraw', 'unknown',
       case when coalesce(entity_owner_at, 0) > coalesce(scorecard_owner_at, requested_at)
         then entity_owner_at else coalesce(scorecard_owner_at, requested_at) end
     from waivers where state = 'withdrawn' order by requested_at, id`,
  );

  for (const column of ['request_id', 'renews']) {
    await knex.raw('alter table waivers add column ?? text', [column]);
  }
  await knex.raw('alter table waivers add column reminded_at bigint');
  await knex.schema.alterTable('waivers', table => {
    table.index(['requested_at', 'id'], 'waivers_requested_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 * @param {{ move: string; side?: string; actor: string; reason?: string; at: string }} entry
 */
async function copyColumns(knex, { move, side, actor, reason, at }) {
  await knex.raw(
    `insert into decisions (subject_kind, subject_id, move, side, actor, principal, reason, at)
     select 'waiver', id, ?, ${side ? '?' : 'null'}, ??, 'unknown', ${
      reason ? '??' : 'null'
    }, ??
     from waivers where ?? is not null order by requested_at, id`,
    [move, ...(side ? [side] : []), actor, ...(reason ? [reason] : []), at, at],
  );
}

/**
 * The columns take what the log says. What the version before has no word for becomes what comes next to it: a
 * revocation a rejection, a waiver that another took the place of one that is over, and a renewal that nobody has
 * decided yet one that was withdrawn.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const [by, at, side] of [
    ['entity_owner_by', 'entity_owner_at', 'entity-owner'],
    ['scorecard_owner_by', 'scorecard_owner_at', 'scorecard-owner'],
  ]) {
    await fillColumn(knex, by, 'actor', "move = 'approve' and side = ?", side);
    await fillColumn(knex, at, 'at', "move = 'approve' and side = ?", side);
  }
  const isRefusal = "move in ('reject', 'revoke')";
  await fillColumn(knex, 'rejected_by', 'actor', isRefusal);
  await fillColumn(knex, 'rejected_at', 'at', isRefusal);
  await fillColumn(knex, 'rejected_reason', 'reason', isRefusal);
  for (const [now, before] of [
    ['revoked', 'rejected'],
    ['renewed', 'expired'],
    ['renewing', 'withdrawn'],
  ]) {
    await knex('waivers').where('state', now).update('state', before);
  }

  await knex.schema.alterTable('waivers', table => {
    table.dropIndex([], 'waivers_requested_at_idx');
  });
  for (const column of ['reminded_at', 'renews', 'request_id']) {
    await knex.raw('alter table waivers drop column ??', [column]);
  }
  await knex.schema.dropTable('decisions');
};

/**
 * @param {import('knex').Knex} knex
 * @param {string} column
 * @param {string} from
 * @param {string} condition
 * @param {string[]} bindings
 */
async function fillColumn(knex, column, from, condition, ...bindings) {
  await knex.raw(
    `update waivers set ?? = (
       select ?? from decisions
       where subject_kind = 'waiver' and subject_id = waivers.id and ${condition}
       order by decisions.id limit 1)`,
    [column, from, ...bindings],
  );
}
