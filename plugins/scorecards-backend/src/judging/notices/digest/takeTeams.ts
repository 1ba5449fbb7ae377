import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbDigestRow } from '../tables';

const COLUMNS = {
  owner_ref: 'text',
  week: 'text',
  taken_until: 'bigint',
} satisfies RowColumns;

/** Teams that own anything and were not told of the week yet, in the order of their refs. */
export async function listTeamsToTell(
  db: Knex,
  options: { after: string; limit: number; now: number; week: string },
): Promise<string[]> {
  return db('entities as e')
    .where('e.owner_ref', '>', options.after)
    .where('e.owner_ref', 'like', 'group:%')
    .whereNotExists(
      db('digests as d')
        .select(db.raw('1'))
        .whereRaw('d.owner_ref = e.owner_ref')
        .where('d.week', options.week)
        .where(done =>
          done
            .whereNotNull('d.sent_at')
            .orWhere('d.taken_until', '>', options.now),
        ),
    )
    .distinct('e.owner_ref')
    .orderBy('e.owner_ref')
    .limit(options.limit)
    .pluck('e.owner_ref');
}

/** Takes teams into this process's hands; answers those that no other has taken meanwhile. */
export async function takeTeams(
  db: Knex,
  ownerRefs: readonly string[],
  options: { now: number; takeFor: number; week: string },
): Promise<string[]> {
  const rows = await insertRows(db, {
    table: 'digests',
    columns: COLUMNS,
    rows: ownerRefs.map(ownerRef => ({
      owner_ref: ownerRef,
      week: options.week,
      taken_until: options.now + options.takeFor,
    })),
    onConflict: {
      key: ['week', 'owner_ref'],
      where: `digests.sent_at is null and digests.taken_until <= ${Number(
        options.now,
      )}`,
    },
    returning: 'owner_ref',
  });
  return rows.map(row => row.owner_ref).sort();
}

/** Notes that teams have been told of the week, or that there was nothing to tell them. */
export async function markTold(
  db: Knex,
  ownerRefs: readonly string[],
  options: { now: number; week: string },
): Promise<void> {
  const query = db<DbDigestRow>('digests').where('week', options.week);
  whereOneOf(query, 'owner_ref', ownerRefs);
  await query.update({ sent_at: options.now });
}
