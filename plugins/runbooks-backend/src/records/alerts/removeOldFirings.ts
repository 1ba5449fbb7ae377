import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbFiringEntityRow, DbFiringRow } from '../../database/tables';
import { lockAlerts } from './lockAlerts';
import { refreshAlerts } from './refreshAlerts';

const PAGE_SIZE = 500;

/** Removes firings that ended longer ago than is kept, and with them the alerts of which nothing else is left. */
export async function removeOldFirings(
  db: Knex,
  options: { keptFor: number; now: number; signal: AbortSignal },
): Promise<void> {
  const { keptFor, now, signal } = options;
  let removed = PAGE_SIZE;
  while (removed === PAGE_SIZE && !signal.aborted) {
    removed = await removePage(db, { before: now - keptFor, now });
  }
}

async function removePage(
  db: Knex,
  options: { before: number; now: number },
): Promise<number> {
  const { before, now } = options;
  return db.transaction(async tx => {
    await lockAlerts(tx);
    const keys: string[] = await tx<DbFiringRow>('firings')
      .whereNull('part_of')
      // Adds nothing to the condition on the end, but lets the index, which is by the start, be used.
      .where('starts_at', '<', before)
      .where('ends_at', '<', before)
      .orderBy('starts_at')
      .limit(PAGE_SIZE)
      .pluck('key');
    const query = tx<DbFiringEntityRow>('firing_entities').select(
      'alert',
      'entity_ref',
    );
    whereOneOf(query, 'firing_key', keys);
    const alerts = (await query) as Pick<
      DbFiringEntityRow,
      'alert' | 'entity_ref'
    >[];
    const parts = tx<DbFiringRow>('firings');
    whereOneOf(parts, 'part_of', keys);
    await parts.delete();
    // Their entities go with them; SQLite does that only where it is told to.
    const entities = tx<DbFiringEntityRow>('firing_entities');
    whereOneOf(entities, 'firing_key', keys);
    await entities.delete();
    const firings = tx<DbFiringRow>('firings');
    whereOneOf(firings, 'key', keys);
    await firings.delete();
    await refreshAlerts(tx, { now, alerts });
    return keys.length;
  });
}
