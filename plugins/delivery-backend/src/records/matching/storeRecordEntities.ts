import { insertRows, RowColumns, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordEntityRow } from '../../database/tables';

const COLUMNS = {
  entity_ref: 'text',
  record_key: 'text',
  kind: 'text',
  at: 'bigint',
  until: 'bigint',
} satisfies RowColumns;

/** The entities that a record concerns now. */
export interface RecordMatch {
  key: string;
  kind: string;
  at: number;
  until: number;
  entityRefs: readonly string[];
  /** Nothing is stored of it yet. */
  isNew: boolean;
}

/** Stores which entities records concern, where that changed. Answers those that they concerned before, by key. */
export async function storeRecordEntities(
  tx: Knex.Transaction,
  matches: readonly RecordMatch[],
): Promise<Map<string, string[]>> {
  const known = matches.filter(({ isNew }) => !isNew).map(({ key }) => key);
  const stored = await readRecordEntities(tx, known);
  const written: Record<keyof typeof COLUMNS, string | number>[] = [];
  const lost: { entity_ref: string; record_key: string }[] = [];
  for (const { key, kind, at, until, entityRefs } of matches) {
    const before = stored.get(key) ?? [];
    for (const entityRef of entityRefs) {
      const row = before.find(({ entity_ref: ref }) => ref === entityRef);
      if (Number(row?.at) !== at || Number(row?.until) !== until) {
        written.push({
          entity_ref: entityRef,
          record_key: key,
          kind,
          at,
          until,
        });
      }
    }
    const now = new Set(entityRefs);
    lost.push(
      ...before
        .filter(({ entity_ref: ref }) => !now.has(ref))
        .map(({ entity_ref: ref }) => ({ entity_ref: ref, record_key: key })),
    );
  }
  if (lost.length > 0) {
    await tx('record_entities')
      .whereIn(
        ['entity_ref', 'record_key'],
        tx
          .select('r.entity_ref', 'r.record_key')
          .from(
            rowsOf(tx, { entity_ref: 'text', record_key: 'text' }, lost),
          ) as never,
      )
      .delete();
  }
  await insertRows(tx, {
    table: 'record_entities',
    columns: COLUMNS,
    rows: written,
    onConflict: { key: ['entity_ref', 'record_key'] },
  });
  return new Map(
    [...stored].map(([key, rows]) => [key, rows.map(row => row.entity_ref)]),
  );
}

async function readRecordEntities(
  tx: Knex.Transaction,
  recordKeys: readonly string[],
): Promise<Map<string, DbRecordEntityRow[]>> {
  const byKey = new Map<string, DbRecordEntityRow[]>();
  if (recordKeys.length === 0) {
    return byKey;
  }
  const query = tx<DbRecordEntityRow>('record_entities').select('*');
  whereOneOf(query, 'record_key', recordKeys);
  for (const row of (await query) as DbRecordEntityRow[]) {
    const rows = byKey.get(row.record_key);
    if (rows) {
      rows.push(row);
    } else {
      byKey.set(row.record_key, [row]);
    }
  }
  return byKey;
}
