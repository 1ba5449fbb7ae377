import { isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbDeliveryRow } from '../../database/tables';
import { shareFairly } from './shareFairly';

/** A delivery in this process's hands. */
export type LeasedDelivery = Pick<
  DbDeliveryRow,
  | 'id'
  | 'source'
  | 'type'
  | 'via'
  | 'payload'
  | 'pull_id'
  | 'received_at'
  | 'reason'
  | 'attempts'
>;

const COLUMNS = [
  'id',
  'source',
  'type',
  'via',
  'payload',
  'pull_id',
  'received_at',
  'reason',
  'attempts',
] as const;

/**
 * Takes deliveries that wait into this process's hands, oldest first, the same share of every source: one that floods
 * the inbox waits for itself alone.
 *
 * @remarks
 *
 * On PostgreSQL, replicas skip rows that another one is leasing at this moment. A lease expires, so that another process
 * takes over what a crashed one held. Each lease counts as an attempt.
 *
 * @param options - `size` is how many characters of payloads are in hand at most, unless one alone has more
 */
export async function leaseDeliveries(
  db: Knex,
  options: {
    sources: readonly string[];
    now: number;
    limit: number;
    size: number;
    leaseFor: number;
  },
): Promise<LeasedDelivery[]> {
  const { now } = options;
  for (;;) {
    const candidates = await readCandidates(db, options);
    const ids = shareFairly(candidates, options).map(({ id }) => id);
    if (ids.length === 0) {
      return [];
    }
    const open = db<DbDeliveryRow>('deliveries')
      .select('id')
      .whereIn('id', ids);
    whereOpen(open, now);
    if (isPostgres(db)) {
      open.orderBy('id').forUpdate().skipLocked();
    }
    const leased: LeasedDelivery[] = await db<DbDeliveryRow>('deliveries')
      .whereIn('id', open)
      .update({
        claimed_until: now + options.leaseFor,
        attempts: db.raw('attempts + 1'),
      })
      .returning([...COLUMNS]);
    if (leased.length > 0) {
      return leased.sort((a, b) => Number(a.id) - Number(b.id));
    }
    // Another process took these rows first; the next query skips them.
  }
}

function whereOpen(query: Knex.QueryBuilder, now: number): void {
  // Written out as text: the partial index of waiting deliveries is only used for this exact condition.
  query
    .whereRaw("state = 'pending'")
    .where(lease =>
      lease.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
    );
}

async function readCandidates(
  db: Knex,
  options: { sources: readonly string[]; now: number; limit: number },
): Promise<{ id: number | string; source: string; size: number }[]> {
  const { sources, now, limit } = options;
  if (sources.length === 0) {
    return [];
  }
  const ofSource = (source: string) => {
    const oldest = db('deliveries')
      .select('id', 'source', 'size')
      .where({ source })
      .orderBy('id')
      .limit(limit);
    whereOpen(oldest, now);
    return db.select('*').from(oldest.as('oldest'));
  };
  const [first, ...others] = sources.map(ofSource);
  return first.unionAll(others);
}
