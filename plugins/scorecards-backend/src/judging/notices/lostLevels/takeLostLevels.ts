import { isPostgres, RowColumns, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbScorecardRow } from '../../../database/tables';
import { nameOf, Names } from '../Names';
import { DbLostLevelRow } from '../tables';
import { LostLevel } from './LostLevel';

const KEY = {
  scorecard_ref: 'text',
  entity_ref: 'text',
} satisfies RowColumns;

type TakenRow = DbLostLevelRow & {
  owner_ref: string | null;
  title: string | null;
  level: string | null;
  /** 1 with a result, else 0. */
  judged: number;
};

/**
 * The scorecards all whose entities were judged with the version in force: of others, more is to come. What was lost
 * under a scorecard that is gone is told to nobody.
 */
export async function settleScorecards(db: Knex): Promise<string[]> {
  await db<DbLostLevelRow>('lost_levels')
    .whereNotIn(
      'scorecard_ref',
      db<DbScorecardRow>('scorecards').select('scorecard_ref'),
    )
    .delete();
  return db<DbScorecardRow>('scorecards')
    .whereRaw('evaluated_version >= version')
    .orderBy('scorecard_ref')
    .pluck('scorecard_ref');
}

/**
 * Takes what these owners are to be told off the list, and gives what still holds: an entity that has its level back
 * needs no word of it. Owners are those of today.
 */
export async function takeLostLevels(
  db: Knex,
  options: {
    names: Names;
    /** Null for what has no owner. */
    ownerRefs: readonly (string | null)[];
    scorecardRefs: readonly string[];
  },
): Promise<Map<string, LostLevel[]>> {
  const { names, ownerRefs, scorecardRefs } = options;
  return db.transaction(async tx => {
    const query = tx('lost_levels as l')
      .join('entities as e', 'e.entity_ref', 'l.entity_ref')
      .leftJoin('results as r', join =>
        join
          .on('r.scorecard_ref', 'l.scorecard_ref')
          .andOn('r.entity_ref', 'l.entity_ref'),
      )
      .select<TakenRow[]>(
        'l.*',
        'e.owner_ref',
        'e.title',
        'r.level',
        tx.raw('case when r.entity_ref is null then 0 else 1 end as judged'),
      )
      .orderBy(['l.scorecard_ref', 'l.entity_ref']);
    whereOwnedBy(query, ownerRefs);
    whereOneOf(query, 'l.scorecard_ref', scorecardRefs);
    if (isPostgres(tx)) {
      // What another replica is just taking is told by that one.
      query.forUpdate('l').skipLocked();
    }
    const rows: TakenRow[] = await query;
    await deleteRows(tx, rows);
    const losses = new Map<string, LostLevel[]>();
    for (const row of rows) {
      const had = names.rank(row.scorecard_ref, row.from);
      const has = names.rank(row.scorecard_ref, row.level);
      if (
        row.owner_ref !== null &&
        row.judged === 1 &&
        had !== undefined &&
        has !== undefined &&
        has < had
      ) {
        const { owner_ref, scorecard_ref, entity_ref } = row;
        losses.set(owner_ref, [
          ...(losses.get(owner_ref) ?? []),
          {
            scorecardRef: scorecard_ref,
            entityRef: entity_ref,
            name: nameOf(row),
            from: row.from,
            to: row.level,
            cause: row.cause,
            reason: row.reason,
          },
        ]);
      }
    }
    return losses;
  });
}

async function deleteRows(
  tx: Knex.Transaction,
  rows: readonly DbLostLevelRow[],
): Promise<void> {
  await tx<DbLostLevelRow>('lost_levels')
    .whereIn(
      ['scorecard_ref', 'entity_ref'],
      tx
        .from(
          rowsOf(
            tx,
            KEY,
            rows.map(({ scorecard_ref, entity_ref }) => ({
              scorecard_ref,
              entity_ref,
            })),
          ),
        )
        .select('r.scorecard_ref', 'r.entity_ref'),
    )
    .delete();
}

function whereOwnedBy(
  query: Knex.QueryBuilder,
  ownerRefs: readonly (string | null)[],
): void {
  query.where(owned => {
    owned.where(inner =>
      whereOneOf(
        inner,
        'e.owner_ref',
        ownerRefs.filter(ref => ref !== null),
      ),
    );
    if (ownerRefs.includes(null)) {
      owned.orWhereNull('e.owner_ref');
    }
  });
}
