// @ts-check

/**
 * Which deployment first brought each change of an entity to production, told to other backends as it becomes known. Whose
 * change it was stays with the record.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('delivered_changes', table => {
    table.comment('Which deployment first brought a change to production');
    table.text('change_key').notNullable();
    table.text('entity_ref').notNullable().comment('What was deployed');
    table.text('deployment_key').notNullable();
    table.bigInteger('deployed_at').notNullable();
    table
      .boolean('revoked')
      .notNullable()
      .comment('It was told and does not hold any more');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Given out in the order in which rows become visible');
    table.primary(['change_key', 'entity_ref']);
    table.index(['entity_ref'], 'delivered_changes_entity_idx');
    table.unique(['revision'], { indexName: 'delivered_changes_revision_uq' });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivered_changes');
};
