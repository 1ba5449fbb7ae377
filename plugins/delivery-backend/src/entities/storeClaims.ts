import { insertRows, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbClaimRow } from '../database/tables';
import { queueSubjects } from '../matching';
import { Claim } from './readClaims';

const COLUMNS = {
  entity_ref: 'text',
  annotation: 'text',
  value: 'text',
  paths: 'text',
} as const;

const claimKey = (
  row: Pick<DbClaimRow, 'entity_ref' | 'annotation' | 'value'>,
) => JSON.stringify([row.entity_ref, row.annotation, row.value]);

/**
 * Stores what entities claim, where that changed, and puts the records that it may concern up for being matched again.
 *
 * @param options - `claims` by entity; an entity with none claims nothing any more
 */
export async function storeClaims(
  tx: Knex.Transaction,
  options: { claims: ReadonlyMap<string, readonly Claim[]>; now: number },
): Promise<void> {
  const { claims, now } = options;
  const query = tx<DbClaimRow>('claims').select('*');
  whereOneOf(query, 'entity_ref', [...claims.keys()]);
  const stored = new Map(
    ((await query) as DbClaimRow[]).map(row => [claimKey(row), row]),
  );
  const rows = [...claims].flatMap(([entityRef, all]) =>
    all.map(({ annotation, value, paths }) => ({
      entity_ref: entityRef,
      annotation,
      value,
      paths: JSON.stringify(paths),
    })),
  );
  const kept = new Set(rows.map(claimKey));
  const gone = [...stored.values()].filter(row => !kept.has(claimKey(row)));
  const written = rows.filter(
    row => stored.get(claimKey(row))?.paths !== row.paths,
  );
  if (gone.length === 0 && written.length === 0) {
    return;
  }
  await removeClaims(tx, gone);
  await insertRows(tx, {
    table: 'claims',
    columns: COLUMNS,
    rows: written,
    onConflict: { key: ['entity_ref', 'annotation', 'value'] },
  });
  await queueSubjects(tx, { subjects: [...gone, ...written], now });
}

async function removeClaims(
  tx: Knex.Transaction,
  claims: readonly DbClaimRow[],
): Promise<void> {
  if (claims.length > 0) {
    const { paths, ...columns } = COLUMNS;
    await tx('claims')
      .whereIn(
        ['entity_ref', 'annotation', 'value'],
        tx
          .select('r.entity_ref', 'r.annotation', 'r.value')
          .from(rowsOf(tx, columns, claims)) as never,
      )
      .delete();
  }
}
