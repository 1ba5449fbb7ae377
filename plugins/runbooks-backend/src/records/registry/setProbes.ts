import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRunbookProbeRow, DbRunbookRow } from '../../database/tables';

const COLUMNS = {
  runbook_id: 'text',
  url: 'text',
  host: 'text',
  due_at: 'bigint',
  leased_until: 'bigint',
  probed_at: 'bigint',
  state: 'text',
  reason: 'text',
  status: 'integer',
  final_url: 'text',
  etag: 'text',
  last_modified: 'text',
  failures: 'integer',
  ok_at: 'bigint',
  is_too_long: 'boolean',
} satisfies RowColumns;

const NOT_PROBED = {
  leased_until: null,
  probed_at: null,
  state: 'unknown',
  reason: null,
  status: null,
  final_url: null,
  etag: null,
  last_modified: null,
  failures: 0,
  ok_at: null,
  is_too_long: false,
};

/** Sees to it that the addresses of these runbooks are probed, new ones soon, and nothing else of them. */
export async function setProbes(
  tx: Knex.Transaction,
  runbooks: readonly Pick<
    DbRunbookRow,
    'id' | 'text_from' | 'url' | 'url_key' | 'techdocs'
  >[],
  options: { now: number },
): Promise<void> {
  const ids = runbooks.map(({ id }) => id);
  const query = tx<DbRunbookProbeRow>('runbook_probes').select(
    'runbook_id',
    'url',
  );
  whereOneOf(query, 'runbook_id', ids);
  const stored = new Map(
    ((await query) as DbRunbookProbeRow[]).map(row => [
      row.runbook_id,
      row.url,
    ]),
  );
  const wanted = runbooks.flatMap(runbook => {
    const target = targetOf(runbook);
    return target ? [{ runbook_id: runbook.id, ...target }] : [];
  });
  const kept = new Set(wanted.map(row => row.runbook_id));
  const gone = [...stored.keys()].filter(id => !kept.has(id));
  if (gone.length > 0) {
    const outdated = tx<DbRunbookProbeRow>('runbook_probes');
    whereOneOf(outdated, 'runbook_id', gone);
    await outdated.delete();
  }
  await insertRows(tx, {
    table: 'runbook_probes',
    columns: COLUMNS,
    rows: wanted
      .filter(row => stored.get(row.runbook_id) !== row.url)
      .map(row => ({ ...row, ...NOT_PROBED, due_at: options.now })),
    onConflict: { key: ['runbook_id'] },
  });
}

function targetOf({
  text_from: textFrom,
  url,
  url_key: key,
  techdocs,
}: Parameters<typeof setProbes>[1][number]) {
  if (textFrom === 'text') {
    return undefined;
  }
  if (techdocs && key) {
    return { url: key, host: 'techdocs' };
  }
  return url ? { url, host: new URL(url).host } : undefined;
}
