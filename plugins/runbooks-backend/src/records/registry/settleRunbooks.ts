import {
  readRunbookAddress,
  RunbookOrigin,
  titleOfAddress,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
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
  const query = tx<DbRunbookRow>('runbooks').whereNull('entity_ref');
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
  for (const runbook of runbooks.filter(({ id }) => namings.has(id))) {
    const settled = settle(runbook, namings.get(runbook.id)!, options);
    if (settled.hash !== runbook.hash) {
      await tx<DbRunbookRow>('runbooks')
        .where('id', runbook.id)
        .update({ ...settled, changed_at: now });
      await setProbes(tx, [{ ...runbook, ...settled }], options);
      touched.runbooks.add(runbook.id);
    }
  }
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
