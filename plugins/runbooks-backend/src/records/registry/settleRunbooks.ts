import {
  readRunbookAddress,
  RunbookOrigin,
  titleOfAddress,
} from '@fairlead/backstage-plugin-runbooks-common';
import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbEntityRow,
  DbRunbookEntityRow,
  DbRunbookRow,
} from '../../database/tables';
import { digestOf } from './runbookId';
import { setProbes } from './setProbes';
import { Touched } from './Touched';

type Naming = DbRunbookEntityRow & Pick<DbEntityRow, 'owner_ref'>;

/** Longer ones make no list readable. */
const TITLE_LENGTH = 200;

/** The strongest origin first. */
const ORIGINS: readonly RunbookOrigin[] = [
  'entity',
  'annotation',
  'link',
  'alert',
];

/** What is settled, and what a row cannot be without. */
const COLUMNS = {
  id: 'text',
  key: 'text',
  title: 'text',
  owner_ref: 'text',
  tier: 'text',
  text_from: 'text',
  url: 'text',
  techdocs: 'text',
  hash: 'text',
  created_at: 'bigint',
  changed_at: 'bigint',
} satisfies RowColumns;

/**
 * Makes of what names these runbooks, as far as they are no entities, what they are called and whose they are. One that is
 * named no more goes; uses and verifications of it stay.
 */
export async function settleRunbooks(
  tx: Knex.Transaction,
  runbookIds: readonly string[],
  options: { now: number; portalUrl?: string; touched: Touched },
): Promise<void> {
  const { now, touched } = options;
  const query = tx<DbRunbookRow>('runbooks')
    .whereNull('entity_ref')
    .orderBy('id');
  whereOneOf(query, 'id', [...new Set(runbookIds)]);
  const runbooks: DbRunbookRow[] = await query;
  const namings = await readNamings(tx, runbooks);
  const gone = runbooks.filter(({ id }) => !namings.has(id));
  if (gone.length > 0) {
    const unnamed = tx<DbRunbookRow>('runbooks');
    whereOneOf(
      unnamed,
      'id',
      gone.map(({ id }) => id),
    );
    await unnamed.delete();
  }
  const changed = runbooks.flatMap(runbook => {
    const named = namings.get(runbook.id);
    const settled = named && settle(runbook, named, options);
    return settled && settled.hash !== runbook.hash
      ? [{ ...runbook, ...settled, changed_at: now }]
      : [];
  });
  await insertRows(tx, {
    table: 'runbooks',
    columns: COLUMNS,
    rows: changed.map(row => ({ ...row, created_at: Number(row.created_at) })),
    onConflict: { key: ['id'] },
  });
  await setProbes(tx, changed, options);
  changed.forEach(({ id }) => touched.runbooks.add(id));
}

async function readNamings(
  tx: Knex.Transaction,
  runbooks: readonly DbRunbookRow[],
): Promise<Map<string, Naming[]>> {
  const query = tx('runbook_entities as s')
    .leftJoin('entities as e', 'e.entity_ref', 's.entity_ref')
    .select('s.*', 'e.owner_ref')
    .orderBy('s.entity_ref');
  whereOneOf(
    query,
    's.runbook_id',
    runbooks.map(({ id }) => id),
  );
  const namings = new Map<string, Naming[]>();
  for (const row of (await query) as Naming[]) {
    namings.set(row.runbook_id, [...(namings.get(row.runbook_id) ?? []), row]);
  }
  namings.forEach(rows =>
    rows.sort((a, b) => ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin)),
  );
  return namings;
}

function settle(
  { key }: DbRunbookRow,
  namings: readonly Naming[],
  options: { portalUrl?: string },
) {
  const url = namings.find(naming => naming.url)?.url ?? null;
  const address = (url && readRunbookAddress(url, options)) || { key };
  const title =
    namings.find(naming => naming.title)?.title ?? titleOfAddress(address);
  const settled = {
    title: title.slice(0, TITLE_LENGTH),
    owner_ref: namings.find(naming => naming.owner_ref)?.owner_ref ?? null,
    url,
    techdocs:
      'techdocs' in address && address.techdocs
        ? JSON.stringify(address.techdocs)
        : null,
  };
  return { ...settled, hash: digestOf(settled) };
}
