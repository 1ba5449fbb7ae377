import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRunbookEntityRow } from '../../database/tables';

const COLUMNS = {
  runbook_id: 'text',
  entity_ref: 'text',
  origin: 'text',
  title: 'text',
  url: 'text',
} satisfies RowColumns;

const keyOf = (row: DbRunbookEntityRow) =>
  `${row.runbook_id} ${row.origin} ${row.entity_ref}`;

const textOf = (row: DbRunbookEntityRow) =>
  JSON.stringify([row.title, row.url]);

/** Makes of the rows before the rows after, and writes nothing else. Answers those that are written or gone. */
export async function writeRunbookEntities(
  tx: Knex.Transaction,
  options: {
    before: readonly DbRunbookEntityRow[];
    after: readonly DbRunbookEntityRow[];
  },
): Promise<DbRunbookEntityRow[]> {
  const stored = new Map(options.before.map(row => [keyOf(row), textOf(row)]));
  const wanted = new Set(options.after.map(keyOf));
  const gone = options.before.filter(row => !wanted.has(keyOf(row)));
  const written = options.after.filter(
    row => stored.get(keyOf(row)) !== textOf(row),
  );
  for (const [group, rows] of groupGone(gone)) {
    const [runbookId, origin] = group.split(' ');
    const query = tx<DbRunbookEntityRow>('runbook_entities')
      .where('runbook_id', runbookId)
      .where('origin', origin as DbRunbookEntityRow['origin']);
    whereOneOf(
      query,
      'entity_ref',
      rows.map(row => row.entity_ref),
    );
    await query.delete();
  }
  await insertRows(tx, {
    table: 'runbook_entities',
    columns: COLUMNS,
    rows: written.map(row => ({ ...row })),
    onConflict: { key: ['runbook_id', 'entity_ref', 'origin'] },
  });
  return [...gone, ...written];
}

function groupGone(rows: readonly DbRunbookEntityRow[]) {
  const groups = new Map<string, DbRunbookEntityRow[]>();
  for (const row of rows) {
    const group = `${row.runbook_id} ${row.origin}`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return groups;
}
