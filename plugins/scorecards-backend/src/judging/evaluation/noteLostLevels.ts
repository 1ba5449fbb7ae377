import { insertRows, RowColumns } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { NewTransition } from './writeTransitions';

const COLUMNS = {
  scorecard_ref: 'text',
  entity_ref: 'text',
  from: 'text',
  at: 'bigint',
  cause: 'text',
  reason: 'text',
} satisfies RowColumns;

/**
 * Notes which of these transitions are a fall below a level, with them in one transaction, so that each is told in the
 * end. One that waits to be told already is left: what counts is the level that the team believes to have.
 */
export async function noteLostLevels(
  tx: Knex.Transaction,
  transitions: readonly NewTransition[],
  scorecards: Iterable<ScorecardInForce>,
): Promise<void> {
  const levels = new Map<string, string[]>();
  for (const { scorecardRef, definition } of scorecards) {
    levels.set(scorecardRef, definition.spec.levels);
  }
  await insertRows(tx, {
    table: 'lost_levels',
    columns: COLUMNS,
    rows: transitions
      .filter(change => isFall(change, levels.get(change.scorecard_ref) ?? []))
      .map(({ scorecard_ref, entity_ref, from, at, cause, reason }) => ({
        scorecard_ref,
        entity_ref,
        from,
        at,
        cause,
        reason,
      })),
    onConflict: { key: ['scorecard_ref', 'entity_ref'], ignore: true },
  });
}

/** A level that the version in force does not have was taken away from all, and lost by nobody. */
function isFall(
  { check_id, from, to }: NewTransition,
  levels: readonly string[],
): boolean {
  return (
    check_id === null &&
    from !== null &&
    levels.includes(from) &&
    (to === null || levels.indexOf(to) < levels.indexOf(from))
  );
}
