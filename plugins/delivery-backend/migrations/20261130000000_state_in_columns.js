// @ts-check

/** Rows that are in memory at a time: each may hold a year of text. */
const PAGE_SIZE = 500;

/**
 * What was looked for within stored JSON gets columns of its own: under which options an entity was measured, whether a
 * day holds samples, and who wrote the changes that are on their way.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('measured_entities', table => {
    table
      .text('options')
      .notNullable()
      .defaultTo('')
      .comment(
        'Hash of the options under which it was measured; empty if it never was',
      );
  });
  await rewriteHeads(knex, ({ heads }) => {
    const { options = '', measures = {} } = JSON.parse(heads);
    return { options, heads: JSON.stringify(measures) };
  });

  await knex.schema.alterTable('sample_days', table => {
    table
      .boolean('has_samples')
      .notNullable()
      .defaultTo(false)
      .comment('Whether anything was counted, and not only left out or marked');
  });
  await knex('sample_days')
    .where('samples', 'like', '{"s":%')
    .update({ has_samples: true });

  await knex.schema.createTable('open_authors', table => {
    table.comment('Who wrote the changes of an entity that are on their way');
    table.text('entity_ref').notNullable();
    table.text('person').notNullable().comment('A hash');
    table.primary(['entity_ref', 'person']);
    table.index(['person'], 'open_authors_person_idx');
  });
  await fillAuthors(knex);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('open_authors');
  await knex.schema.alterTable('sample_days', table => {
    table.dropColumn('has_samples');
  });
  await rewriteHeads(knex, ({ options, heads }) => ({
    heads:
      options === ''
        ? '{}'
        : JSON.stringify({ options, measures: JSON.parse(heads) }),
  }));
  await knex.schema.alterTable('measured_entities', table => {
    table.dropColumn('options');
  });
};

/**
 * @param {import('knex').Knex} knex
 * @param {(row: { options: string, heads: string }) => object} rewrite
 */
async function rewriteHeads(knex, rewrite) {
  await forEachPage(
    after =>
      knex('measured_entities')
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(PAGE_SIZE),
    async row => {
      await knex('measured_entities')
        .where('entity_ref', row.entity_ref)
        .update(rewrite(row));
    },
  );
}

/**
 * @param {import('knex').Knex} knex
 */
async function fillAuthors(knex) {
  await forEachPage(
    after =>
      knex('sample_days')
        .where({ measure: 'waits', day: 'open' })
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(PAGE_SIZE),
    async row => {
      /** @type {{ l: [{ author?: string }][] }} */
      const { l: ledgers } = JSON.parse(row.samples);
      const authors = new Set(
        ledgers.flatMap(([change]) => change.author ?? []),
      );
      for (const person of authors) {
        await knex('open_authors').insert({
          entity_ref: row.entity_ref,
          person,
        });
      }
    },
  );
}

/**
 * @param {(after: string) => PromiseLike<any[]>} readPage - those after an entity, in the order of their refs
 * @param {(row: any) => Promise<void>} work
 */
async function forEachPage(readPage, work) {
  let after = '';
  for (;;) {
    const rows = await readPage(after);
    for (const row of rows) {
      await work(row);
    }
    if (rows.length < PAGE_SIZE) {
      return;
    }
    after = rows[rows.length - 1].entity_ref;
  }
}
