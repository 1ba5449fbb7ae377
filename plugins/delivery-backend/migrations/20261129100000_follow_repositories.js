// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('repository_names', table => {
    table.comment('What names sources gave the repositories that they know');
    table.text('source').notNullable();
    table.text('repository_id').notNullable().comment('The source’s own');
    table.text('name').notNullable().comment('Lower case');
    table
      .text('former_name')
      .notNullable()
      .defaultTo('')
      .comment('That it was told to have had before this one; or empty');
    table
      .bigInteger('at')
      .nullable()
      .comment('When it was last told to have the name; null if not known');
    table.bigInteger('told_at').notNullable().comment('The last receipt');
    table
      .text('present')
      .notNullable()
      .comment('The name under which the repository is kept now');
    table.primary(['source', 'repository_id', 'name', 'former_name']);
    table.index(['name'], 'repository_names_name_idx');
  });

  await knex.schema.createTable('renamings', table => {
    table.comment('Names that records still have to be moved away from');
    table.text('source').notNullable();
    table.text('repository_id').notNullable();
    table
      .text('name')
      .notNullable()
      .comment('Empty: bring the names of all records into lower case');
    table
      .text('after_key')
      .notNullable()
      .defaultTo('')
      .comment('The last record that was looked at');
    table.primary(['source', 'repository_id', 'name']);
  });
  if (await knex('records').first('key')) {
    await knex('renamings').insert({ source: '', repository_id: '', name: '' });
  }

  await knex.schema.alterTable('records', table => {
    table
      .boolean('withdrawn')
      .notNullable()
      .defaultTo(false)
      .comment('It is none: it concerns nobody, and nobody misses it');
    table
      .bigInteger('subjects_at')
      .nullable()
      .comment('As of when all its subjects were told, if they ever were');
  });
  await knex.raw(
    'create index records_withdrawn_idx on records (key) where withdrawn',
  );
  await knex.schema.alterTable('record_subjects', table => {
    table
      .bigInteger('told_at')
      .notNullable()
      .defaultTo(0)
      .comment('When it was last among all the subjects told of the record');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index records_withdrawn_idx');
  await knex.schema.alterTable('record_subjects', table => {
    table.dropColumn('told_at');
  });
  await knex.schema.alterTable('records', table => {
    table.dropColumns('withdrawn', 'subjects_at');
  });
  await knex.schema.dropTable('renamings');
  await knex.schema.dropTable('repository_names');
};
