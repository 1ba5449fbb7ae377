// @ts-check

/**
 * When a drill that a person finished became known, by a clock that only goes on, so that other backends read each once. Of
 * what was finished before, those are told of which it is known that a person did: they verified the runbook.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('uses', table => {
    table
      .bigInteger('drill_told_at')
      .nullable()
      .comment('When a drill that a person finished became known');
    table.index(['drill_told_at', 'id'], 'uses_drill_told_at_idx');
  });
  await knex('uses')
    .where({ purpose: 'drill' })
    .whereIn('id', knex('verifications').select('id'))
    .update({ drill_told_at: knex.ref('finished_at') });
  // The clock goes on from the latest of them, whichever replica's time that was: nothing later is told before it.
  const [{ last }] = await knex('uses').max({ last: 'drill_told_at' });
  if (last !== null) {
    await knex('clocks').insert({ name: 'drills', last });
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('clocks').where('name', 'drills').delete();
  await knex.schema.alterTable('uses', table => {
    table.dropIndex(['drill_told_at', 'id'], 'uses_drill_told_at_idx');
    table.dropColumn('drill_told_at');
  });
};
