/*
 * The copy of the catalog becomes the one that all families keep, in `@fairlead/catalog-copy`: beside each entity stand
 * the properties that the catalog's policy reads. They come with the next sync, which reads every entity again.
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
  // Not by knex, which would copy the table on SQLite and take along what refers to it.
  await knex.raw('alter table entities rename column etag to hash');
  await knex.schema.alterTable('entities', addMissingSince);
  await knex('entities').update({ hash: '' });
  await createEntityTerms(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_terms');
  await knex.raw('alter table entities drop column missing_since');
  await knex.raw('alter table entities rename column hash to etag');
  await knex('entities').update({ etag: '' });
};
