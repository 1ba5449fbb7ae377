import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { DbRunbookCopyRow } from '../../database/tables';

export const COPY_COLUMNS = {
  runbook_id: 'text',
  text: 'text',
  text_hash: 'text',
  base_url: 'text',
  copied_at: 'bigint',
} satisfies RowColumns;

/** The hash by which a text is known again. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Copies the texts that stand in the entities themselves, where they changed. An empty one takes no place of another. */
export async function storeEntityTexts(
  tx: Knex.Transaction,
  runbooks: readonly { id: string; text?: string; baseUrl?: string }[],
  options: { now: number },
): Promise<void> {
  const texts = runbooks.flatMap(({ id, text, baseUrl = null }) =>
    text
      ? [
          {
            runbook_id: id,
            text,
            text_hash: hashText(text),
            base_url: baseUrl,
          },
        ]
      : [],
  );
  const query = tx<DbRunbookCopyRow>('runbook_copies').select(
    'runbook_id',
    'text_hash',
    'base_url',
  );
  whereOneOf(
    query,
    'runbook_id',
    texts.map(row => row.runbook_id),
  );
  const stored = new Map(
    ((await query) as DbRunbookCopyRow[]).map(row => [
      row.runbook_id,
      `${row.text_hash} ${row.base_url}`,
    ]),
  );
  await insertRows(tx, {
    table: 'runbook_copies',
    columns: COPY_COLUMNS,
    rows: texts
      .filter(
        row =>
          stored.get(row.runbook_id) !== `${row.text_hash} ${row.base_url}`,
      )
      .map(row => ({ ...row, copied_at: options.now })),
    onConflict: { key: ['runbook_id'] },
  });
}
