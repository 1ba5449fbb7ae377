import { rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbFiringRow, DbTime } from '../../database/tables';

/** Where a firing stands among those of its fingerprint. */
export type FiringPlace = Pick<DbFiringRow, 'source' | 'fingerprint'> & {
  starts_at: DbTime;
};

/**
 * The firings that these places touch: of each fingerprint all since the last one of its own before the first of its
 * places. What a firing comes to depends on that one and on nothing before it.
 */
export async function readBeside(
  tx: Knex.Transaction,
  places: readonly FiringPlace[],
): Promise<DbFiringRow[]> {
  const first = new Map<string, number>();
  for (const place of places) {
    const name = nameOf(place);
    const startsAt = Number(place.starts_at);
    first.set(name, Math.min(first.get(name) ?? Infinity, startsAt));
  }
  const groups = [...first].map(([name, since]) => {
    const [source, fingerprint]: string[] = JSON.parse(name);
    return { source, fingerprint, since };
  });
  const columns = {
    source: 'text',
    fingerprint: 'text',
    since: 'bigint',
  } as const;
  return tx
    .select('f.*')
    .from(rowsOf(tx, columns, groups))
    .join('firings as f', join =>
      join
        .on('f.source', 'r.source')
        .andOn('f.fingerprint', 'r.fingerprint')
        .andOn(
          tx.raw(`f.starts_at >= coalesce((
            select max(b.starts_at) from firings as b
             where b.source = r.source and b.fingerprint = r.fingerprint
               and b.starts_at < r.since and b.part_of is null
          ), r.since)`),
        ),
    );
}

/** Rows by source and fingerprint. */
export function groupFirings(rows: readonly DbFiringRow[]): DbFiringRow[][] {
  const groups = new Map<string, DbFiringRow[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) {
      group.push(row);
    } else {
      groups.set(nameOf(row), [row]);
    }
  }
  return [...groups.values()];
}

function nameOf({ source, fingerprint }: FiringPlace): string {
  return JSON.stringify([source, fingerprint]);
}
