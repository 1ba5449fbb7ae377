import { isolated } from '@fairlead/bidi-text';
import { rowsOf, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ScorecardInForce } from '../../../definitions/ScorecardDefinitions';
import { FIRST_RESULT } from '../../../../database/firstResult';
import { nameOf } from '../../Names';
import { addToDigest, Digests, DigestScope } from '../Digest';
import { firstOfEach } from './firstOfEach';

const RANKS = {
  scorecard_ref: 'text',
  level: 'text',
  rank: 'integer',
} satisfies RowColumns;

interface Move {
  owner_ref: string;
  scorecard_ref: string;
  entity_ref: string;
  title: string | null;
  had: string | null;
  has: string | null;
  part: 'gained' | 'lost';
}

/**
 * Levels gained and lost from the beginning of the week to its end; what happened in between does not matter. An entity
 * that was judged for the first time has gained nothing yet.
 */
export async function readLevelMoves(
  db: Knex,
  scorecards: readonly ScorecardInForce[],
  scope: DigestScope,
  digests: Digests,
): Promise<void> {
  const span = db('transitions as t')
    .join('entities as e', 'e.entity_ref', 't.entity_ref')
    .whereNull('t.check_id')
    .where('t.at', '>=', scope.from)
    .where('t.at', '<', scope.to)
    .groupBy('e.owner_ref', 't.scorecard_ref', 't.entity_ref', 'e.title')
    .havingRaw('sum(case when t.reason = ? then 1 else 0 end) = 0', [
      FIRST_RESULT,
    ])
    .select('e.owner_ref', 't.scorecard_ref', 't.entity_ref', 'e.title')
    .min({ first_id: 't.id' })
    .max({ last_id: 't.id' });
  whereOneOf(span, 'e.owner_ref', scope.ownerRefs);
  const ranks = db.from(rowsOf(db, RANKS, ranksOf(scorecards))).select('r.*');
  const rank = (transition: string, column: string, found: string) =>
    `case when ${transition}."${column}" is null then -1 else ${found}.rank end`;

  const moves = db
    .with('ranks', ranks)
    .from(span.as('s'))
    .join('transitions as f', 'f.id', 's.first_id')
    .join('transitions as l', 'l.id', 's.last_id')
    // A result that is gone, since the scorecard no longer applies, is neither gained nor lost.
    .join('results as now', join =>
      join
        .on('now.scorecard_ref', 's.scorecard_ref')
        .andOn('now.entity_ref', 's.entity_ref'),
    )
    .leftJoin('ranks as before', join =>
      join
        .on('before.scorecard_ref', 's.scorecard_ref')
        .andOn('before.level', 'f.from'),
    )
    .leftJoin('ranks as after', join =>
      join
        .on('after.scorecard_ref', 's.scorecard_ref')
        .andOn('after.level', 'l.to'),
    )
    .whereRaw(`${rank('f', 'from', 'before')} <> ${rank('l', 'to', 'after')}`)
    .select(
      's.owner_ref',
      's.scorecard_ref',
      's.entity_ref',
      's.title',
      'f.from as had',
      'l.to as has',
      db.raw(
        `case when ${rank('f', 'from', 'before')} < ${rank(
          'l',
          'to',
          'after',
        )} then 'gained' else 'lost' end as part`,
      ),
    );
  const rows = await firstOfEach<Move>(db, moves, {
    by: ['owner_ref', 'scorecard_ref', 'part'],
    order: ['entity_ref'],
  });
  for (const row of rows) {
    addToDigest(digests, row.part, {
      ownerRef: row.owner_ref,
      scorecardRef: row.scorecard_ref,
      count: Number(row.count),
      example: isolated`${nameOf(row)} (${row.had ?? 'no level'} to ${
        row.has ?? 'no level'
      })`,
    });
  }
}

function ranksOf(scorecards: readonly ScorecardInForce[]) {
  return scorecards.flatMap(({ scorecardRef, definition }) =>
    definition.spec.levels.map((level, rank) => ({
      scorecard_ref: scorecardRef,
      level,
      rank,
    })),
  );
}
