import { RowColumns, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

const COLUMNS = { runbook_id: 'text', since: 'bigint' } satisfies RowColumns;

/**
 * How many deployments to production each runbook has seen since it was verified, of the entities that it serves. What is
 * brought to several regions is one. Absent where no deployment was ever told, which is not the same as none.
 */
export async function countDeployments(
  tx: Knex.Transaction,
  ids: readonly string[],
  verifiedAt: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const told = tx('runbook_entities as s')
    .whereExists(any =>
      any
        .select('d.key')
        .from('deployments as d')
        .whereRaw('d.entity_ref = s.entity_ref'),
    )
    .distinct();
  whereOneOf(
    told,
    's.runbook_id',
    ids.filter(id => verifiedAt.has(id)),
  );
  const known: string[] = await told.pluck('s.runbook_id');
  const rows: { runbook_id: string; count: number | string }[] = await tx
    .from(
      rowsOf(
        tx,
        COLUMNS,
        known.map(id => ({ runbook_id: id, since: verifiedAt.get(id)! })),
      ),
    )
    .join('runbook_entities as s', 's.runbook_id', 'r.runbook_id')
    .join('deployments as d', 'd.entity_ref', 's.entity_ref')
    .whereRaw('d.finished_at > r.since')
    .groupBy('r.runbook_id')
    .select(
      'r.runbook_id',
      tx.raw(
        `count(distinct d.entity_ref || ' ' || coalesce(d.version, d.key)) as count`,
      ),
    );
  const counts = new Map(rows.map(row => [row.runbook_id, Number(row.count)]));
  return new Map(known.map(id => [id, counts.get(id) ?? 0]));
}
