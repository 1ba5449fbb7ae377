import { isolated } from '@fairlead/bidi-text';
import { rowsOf, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ScorecardInForce } from '../../../definitions/ScorecardDefinitions';
import { nameOf, Names } from '../../Names';
import { addToDigest, Digests, DigestScope } from '../Digest';
import { firstOfEach } from './firstOfEach';

const CHECKS = {
  scorecard_ref: 'text',
  check_id: 'text',
} satisfies RowColumns;

interface Failure {
  owner_ref: string;
  scorecard_ref: string;
  entity_ref: string;
  title: string | null;
  check_id: string;
}

/** Checks that failed at the end of the week and not at its beginning. Those that are only announced do not count. */
export async function readNewFailures(
  db: Knex,
  scorecards: readonly ScorecardInForce[],
  scope: DigestScope,
  digests: Digests,
): Promise<void> {
  const span = db('transitions as t')
    .join('entities as e', 'e.entity_ref', 't.entity_ref')
    .whereNotNull('t.check_id')
    .where('t.at', '>=', scope.from)
    .where('t.at', '<', scope.to)
    .groupBy(
      'e.owner_ref',
      't.scorecard_ref',
      't.entity_ref',
      'e.title',
      't.check_id',
    )
    .select(
      'e.owner_ref',
      't.scorecard_ref',
      't.entity_ref',
      'e.title',
      't.check_id',
    )
    .min({ first_id: 't.id' })
    .max({ last_id: 't.id' });
  whereOneOf(span, 'e.owner_ref', scope.ownerRefs);

  const failures = db
    .with(
      'counting',
      db
        .from(rowsOf(db, CHECKS, countingChecks(scorecards, scope.to)))
        .select('r.*'),
    )
    .from(span.as('s'))
    .join('transitions as f', 'f.id', 's.first_id')
    .join('transitions as l', 'l.id', 's.last_id')
    .join('counting as c', join =>
      join
        .on('c.scorecard_ref', 's.scorecard_ref')
        .andOn('c.check_id', 's.check_id'),
    )
    .join('results as now', join =>
      join
        .on('now.scorecard_ref', 's.scorecard_ref')
        .andOn('now.entity_ref', 's.entity_ref'),
    )
    .whereNot('f.from', 'fail')
    .where('l.to', 'fail')
    .select(
      's.owner_ref',
      's.scorecard_ref',
      's.entity_ref',
      's.title',
      's.check_id',
    );
  const names = new Names(scorecards);
  const rows = await firstOfEach<Failure>(db, failures, {
    by: ['owner_ref', 'scorecard_ref'],
    order: ['entity_ref', 'check_id'],
  });
  for (const row of rows) {
    addToDigest(digests, 'failing', {
      ownerRef: row.owner_ref,
      scorecardRef: row.scorecard_ref,
      count: Number(row.count),
      example: isolated`${nameOf(row)}, “${names.check(
        row.scorecard_ref,
        row.check_id,
      )}”`,
    });
  }
}

function countingChecks(
  scorecards: readonly ScorecardInForce[],
  at: number,
): { scorecard_ref: string; check_id: string }[] {
  return scorecards.flatMap(({ scorecardRef, definition }) =>
    definition.spec.checks
      .filter(({ from }) => from === undefined || Date.parse(from) < at)
      .map(({ id }) => ({ scorecard_ref: scorecardRef, check_id: id })),
  );
}
