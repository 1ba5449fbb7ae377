import { insertRows, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbOwnershipRow } from '../../database/tables';

/**
 * Notes who owns entities, where that changed. The first owner that is known of an entity counts for all time before:
 * deliveries of the past, as a backfill brings them, are told of some team rather than of none.
 *
 * @param options - `owners` by entity; empty for no owner
 */
export async function storeOwnerships(
  tx: Knex.Transaction,
  options: { owners: ReadonlyMap<string, string>; now: number },
): Promise<void> {
  const { owners, now } = options;
  const query = tx<DbOwnershipRow>('ownerships').whereNull('to').select('*');
  whereOneOf(query, 'entity_ref', [...owners.keys()]);
  const open = new Map(
    ((await query) as DbOwnershipRow[]).map(row => [row.entity_ref, row]),
  );
  const rows = [...owners].flatMap(([entityRef, ownerRef]) => {
    const held = open.get(entityRef);
    if (held?.owner_ref === ownerRef) {
      return [];
    }
    // A clock that was set back must not start a span before the previous one.
    const from = held ? Math.max(now, Number(held.from) + 1) : 0;
    return [
      ...(held ? [{ ...held, from: Number(held.from), to: from }] : []),
      { entity_ref: entityRef, owner_ref: ownerRef, from, to: null },
    ];
  });
  await insertRows(tx, {
    table: 'ownerships',
    columns: {
      entity_ref: 'text',
      owner_ref: 'text',
      from: 'bigint',
      to: 'bigint',
    },
    rows,
    onConflict: { key: ['entity_ref', '"from"'] },
  });
}
