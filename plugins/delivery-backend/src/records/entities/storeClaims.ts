import { insertRows, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { Claim } from '../../catalog/entities/readClaims';
import { DbClaimRow } from '../../database/tables';
import { queueSubjects } from '../matching';
import { RepositoryNames } from '../repositories';

const COLUMNS = {
  entity_ref: 'text',
  annotation: 'text',
  value: 'text',
  paths: 'text',
} as const;

const claimKey = (
  row: Pick<DbClaimRow, 'entity_ref' | 'annotation' | 'value'>,
) => JSON.stringify([row.entity_ref, row.annotation, row.value]);

/** Entities do not say by which source a repository is known. */
const asMentioned = ({ value }: Claim) => ({ source: '', name: value });

/**
 * Stores what entities claim, where that changed, and puts the records that it may concern up for being matched again.
 *
 * @param options - `claims` by entity; an entity with none claims nothing any more. The caller holds the names of
 *   repositories
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
  const rows = await nameClaims(tx, claims);
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

/** The rows of claims. What they call by an earlier name of a repository stands under its present one. */
async function nameClaims(
  tx: Knex.Transaction,
  claims: ReadonlyMap<string, readonly Claim[]>,
): Promise<DbClaimRow[]> {
  const repositories = [...claims.values()]
    .flat()
    .filter(({ isRepository }) => isRepository)
    .map(asMentioned);
  const names = await RepositoryNames.read(tx, repositories);
  const rows = new Map<string, DbClaimRow>();
  for (const [entityRef, all] of claims) {
    for (const claim of all) {
      const row = {
        entity_ref: entityRef,
        annotation: claim.annotation,
        value: claim.isRepository
          ? names.presentOf(asMentioned(claim))
          : claim.value,
        paths: JSON.stringify(claim.paths),
      };
      rows.set(claimKey(row), row);
    }
  }
  return [...rows.values()];
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
