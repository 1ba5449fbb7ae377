import { isolated } from '@fairlead/bidi-text';
import { rowsOf, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { STATUS_LETTERS } from '../../../../database/storedChecks';
import { ScorecardInForce } from '../../../definitions/ScorecardDefinitions';
import { nameOf, Names } from '../../Names';
import { addToDigest, Digests, DigestScope } from '../Digest';
import { SOON } from '../soon';
import { firstOfEach } from './firstOfEach';

const CHECKS = {
  scorecard_ref: 'text',
  version: 'integer',
  check_id: 'text',
  position: 'integer',
  due: 'text',
} satisfies RowColumns;

/** What has to be mended before the check counts. */
const UNMET = ['fail', 'no-data', 'stale', 'error'] as const;

interface DueCheck {
  owner_ref: string;
  scorecard_ref: string;
  entity_ref: string;
  title: string | null;
  check_id: string;
  due: string;
}

/** Announced checks that count soon, for entities that do not meet them yet. */
export async function readDueChecks(
  db: Knex,
  scorecards: readonly ScorecardInForce[],
  scope: DigestScope,
  digests: Digests,
): Promise<void> {
  const due = checksDueSoon(scorecards, scope.now);
  if (due.length === 0) {
    return;
  }
  const unmet = db
    .with('due', db.from(rowsOf(db, CHECKS, due)).select('r.*'))
    .from('due')
    .join('results as now', join =>
      join
        .on('now.scorecard_ref', 'due.scorecard_ref')
        .andOn('now.version', 'due.version'),
    )
    .join('entities as e', 'e.entity_ref', 'now.entity_ref')
    .whereRaw(
      `substr(now.statuses, due.position, 1) in (${UNMET.map(() => '?')})`,
      UNMET.map(status => STATUS_LETTERS[status]),
    )
    .select(
      'e.owner_ref',
      'now.scorecard_ref',
      'now.entity_ref',
      'e.title',
      'due.check_id',
      'due.due',
    );
  whereOneOf(unmet, 'e.owner_ref', scope.ownerRefs);
  const names = new Names(scorecards);
  const rows = await firstOfEach<DueCheck>(db, unmet, {
    by: ['owner_ref', 'scorecard_ref'],
    order: ['due', 'entity_ref', 'check_id'],
  });
  for (const row of rows) {
    addToDigest(digests, 'due', {
      ownerRef: row.owner_ref,
      scorecardRef: row.scorecard_ref,
      count: Number(row.count),
      example: isolated`${nameOf(row)}, “${names.check(
        row.scorecard_ref,
        row.check_id,
      )}” from ${row.due.slice(0, 10)}`,
    });
  }
}

function checksDueSoon(scorecards: readonly ScorecardInForce[], now: number) {
  return scorecards.flatMap(({ scorecardRef, version, definition }) =>
    definition.spec.checks.flatMap(({ id, from }, index) => {
      const at = from === undefined ? NaN : Date.parse(from);
      return at > now && at <= now + SOON
        ? {
            scorecard_ref: scorecardRef,
            version,
            check_id: id,
            // Counted from 1, as the database counts letters.
            position: index + 1,
            due: new Date(at).toISOString(),
          }
        : [];
    }),
  );
}
