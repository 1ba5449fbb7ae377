// @ts-check

/*
 * Changes told whether their author is a bot; now they tell which one it is, from which follows by whom they were made.
 * Of those stored before nobody knows which: they keep that it was one. Whether a field says so by its value or by the
 * time as of which it is true, its name is followed by a colon; in a text its quotes would be escaped.
 */

const PAGE_SIZE = 500;

/** What earlier versions know nothing of. */
const NEW_FIELDS = [
  'viaApp',
  'reportedOrigin',
  'origin',
  'reviewers',
  'approvers',
  'firstBotReviewAt',
  'size',
  'changedPaths',
  'trailers',
];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex('records')
    .where('kind', 'change')
    .where('record', 'like', '%"authorIsBot":%')
    .update({
      record: knex.raw(
        'replace(replace(replace(record, \'"authorIsBot":true\', \'"authorApp":"bot"\'), \'"authorIsBot":false,\', \'\'), \'"authorIsBot":"\', \'"authorApp":"\')',
      ),
    });
};

/**
 * @param {Record<string, any>} record
 */
function toEarlier(record) {
  const asOf = { ...record.asOf };
  if ('authorApp' in asOf) {
    asOf.authorIsBot = asOf.authorApp;
  }
  for (const field of ['authorApp', ...NEW_FIELDS]) {
    delete asOf[field];
  }
  const fields = Object.entries(record).flatMap(([field, value]) => {
    if (field === 'author') {
      return [
        [field, value],
        ['authorIsBot', record.authorApp !== undefined],
      ];
    }
    const isNew = field === 'authorApp' || NEW_FIELDS.includes(field);
    return isNew ? [] : [[field, field === 'asOf' ? asOf : value]];
  });
  return Object.fromEntries(fields);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  let after = '';
  for (;;) {
    const rows = await knex('records')
      .where('kind', 'change')
      .where('key', '>', after)
      .whereNot('record', '')
      .orderBy('key')
      .limit(PAGE_SIZE)
      .select('key', 'record');
    for (const { key, record } of rows) {
      const earlier = JSON.stringify(toEarlier(JSON.parse(record)));
      if (earlier !== record) {
        await knex('records').where({ key }).update({ record: earlier });
      }
    }
    if (rows.length < PAGE_SIZE) {
      return;
    }
    after = rows[rows.length - 1].key;
  }
};
