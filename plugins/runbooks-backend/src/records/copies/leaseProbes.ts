import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRunbookProbeRow } from '../../database/tables';

/** Any number, the same in all replicas. */
const PROBES = 7_206_114;

/** Each host once, by one step in the index: of each may be thousands of addresses. */
const HOSTS = `
  select min(host) as host from runbook_probes
  union all
  select (select min(n.host) from runbook_probes as n where n.host > hosts.host)
    from hosts
   where hosts.host is not null`;

const FIRST_OF_HOST = `(
  select f.runbook_id
    from runbook_probes as f
   where f.host = h.host
   order by f.due_at, f.runbook_id
   limit 1)`;

/** An address in the hands of this process, until then. */
export type LeasedProbe = DbRunbookProbeRow & { leased_until: number };

/** How many addresses of which hosts may be taken. */
export interface LeaseShare {
  /** These alone, or all but these. */
  hosts: { only: readonly string[] } | { without: readonly string[] };
  limit: number;
}

/**
 * Takes the addresses that have been due longest into this process's hands, one of each host at most, and none of a host
 * that somebody is asking, or asked a moment ago.
 *
 * @remarks
 *
 * A lease runs out, so that another process takes up what one that died held.
 */
export async function leaseProbes(
  db: Knex,
  options: {
    now: number;
    leaseFor: number;
    /** How many are taken at most. */
    limit: number;
    /** A later one gets what earlier ones left. No two are of the same host. */
    shares: readonly LeaseShare[];
  },
): Promise<LeasedProbe[]> {
  const { now, leaseFor } = options;
  return db.transaction(async tx => {
    // Without the lock, two processes that lease at once would each take an address of the same host.
    if (isPostgres(tx)) {
      await tx.raw('select pg_advisory_xact_lock(?)', [PROBES]);
    }
    const ids: string[] = [];
    for (const { hosts, limit } of options.shares) {
      const left = Math.min(limit, options.limit - ids.length);
      if (left > 0) {
        ids.push(...(await readDue(tx, { hosts, limit: left, now })));
      }
    }
    if (ids.length === 0) {
      return [];
    }
    const until = now + leaseFor;
    const rows: DbRunbookProbeRow[] = await tx('runbook_probes')
      .whereIn('runbook_id', ids)
      .update({ leased_until: until })
      .returning('*');
    return rows.map(row => ({ ...row, leased_until: until }));
  });
}

async function readDue(
  tx: Knex.Transaction,
  { hosts, limit, now }: LeaseShare & { now: number },
): Promise<string[]> {
  const first = tx
    .withRecursive('hosts', tx.raw(HOSTS))
    .from('hosts as h')
    .join('runbook_probes as p', join =>
      join.on('p.runbook_id', tx.raw(FIRST_OF_HOST)),
    )
    .where('p.due_at', '<=', now)
    .whereNotExists(busy =>
      busy
        .select('b.runbook_id')
        .from('runbook_probes as b')
        .whereRaw('b.host = h.host')
        .where('b.leased_until', '>', now),
    )
    .orderBy(['p.due_at', 'p.runbook_id'])
    .limit(limit);
  if ('only' in hosts) {
    whereOneOf(first, 'h.host', hosts.only);
  } else {
    first.whereNot(those => whereOneOf(those, 'h.host', hosts.without));
  }
  return first.pluck('p.runbook_id');
}

/** Whether anything is due, of whatever host. */
export async function isAnyDue(db: Knex, now: number): Promise<boolean> {
  const row = await db<DbRunbookProbeRow>('runbook_probes')
    .where('due_at', '<=', now)
    .first('runbook_id');
  return row !== undefined;
}

/** Gives an address back that was not looked at. */
export async function releaseProbe(
  db: Knex,
  { runbook_id: id, leased_until: until }: LeasedProbe,
): Promise<void> {
  await db<DbRunbookProbeRow>('runbook_probes')
    .where({ runbook_id: id, leased_until: until })
    .update({ leased_until: null });
}
