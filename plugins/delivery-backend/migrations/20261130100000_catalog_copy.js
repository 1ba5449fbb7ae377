/*
 * The copy of the catalog becomes the one that all families keep, in `@fairlead/catalog-copy`: beside each entity stand
 * the properties that the catalog's policy reads, its parents among them. They come with the next sync, which reads
 * every entity again.
 */

// @ts-check

const {
  addMissingSince,
  createEntityTerms,
} = require('@fairlead/catalog-copy');

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entities', table => {
    addMissingSince(table);
    table
      .bigInteger('changed_at')
      .notNullable()
      .defaultTo(0)
      .comment('When what is kept of it changed');
    table.dropIndex([], 'entities_parent_ref_idx');
  });
  await knex.raw('alter table entities drop column parent_ref');
  await knex('entities').update({ hash: '' });
  await createEntityTerms(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_terms');
  await knex.raw('alter table entities drop column missing_since');
  await knex.raw('alter table entities drop column changed_at');
  await knex.schema.alterTable('entities', table => {
    table.text('parent_ref').nullable().comment('Of a group or a domain');
    table.index(['parent_ref'], 'entities_parent_ref_idx');
  });
  await knex('entities').update({ hash: '' });
};
