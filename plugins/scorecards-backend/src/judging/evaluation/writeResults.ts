import { ScorecardEvaluation } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { insertRows, RowColumns } from '@fairlead/bulk-sql';
import { STATUS_LETTERS, StoredCheck } from '../../database/storedChecks';
import { DbResultRow } from '../../database/tables';
import { Verdict } from './judge';
import { ResultBefore } from './StoredResult';

const COLUMNS = {
  scorecard_ref: 'text',
  entity_ref: 'text',
  version: 'integer',
  level: 'text',
  level_rank: 'integer',
  score: 'double precision',
  score_pass: 'double precision',
  score_total: 'double precision',
  fail_count: 'integer',
  unknown_count: 'integer',
  statuses: 'text',
  checks: 'text',
  next: 'text',
  digest: 'text',
  changed_at: 'bigint',
} satisfies RowColumns;

/** The row of a verdict. A check whose status is the same as before keeps the time since which it holds. */
export function toResultRow(
  { entityRef, scorecard, evaluation, digest }: Verdict,
  before: ResultBefore | undefined,
  now: number,
): DbResultRow {
  const { level, score, scoreParts, next, checks } = evaluation;
  return {
    scorecard_ref: scorecard.scorecardRef,
    entity_ref: entityRef,
    version: scorecard.version,
    level,
    level_rank:
      level === null ? -1 : scorecard.definition.spec.levels.indexOf(level),
    score,
    score_pass: scoreParts.pass,
    score_total: scoreParts.total,
    fail_count: count(evaluation, ['fail']),
    unknown_count: count(evaluation, ['no-data', 'stale', 'error']),
    statuses: checks.map(check => STATUS_LETTERS[check.status]).join(''),
    checks: JSON.stringify(
      checks.map(({ id, status, ...check }): StoredCheck => {
        const old = before?.checks.get(id);
        return { since: old?.status === status ? old.since : now, ...check };
      }),
    ),
    next: next && JSON.stringify(next),
    digest,
    changed_at: now,
  };
}

function count(
  { checks }: ScorecardEvaluation,
  statuses: readonly string[],
): number {
  return checks.filter(check => statuses.includes(check.status)).length;
}

export async function writeResults(
  tx: Knex.Transaction,
  rows: readonly DbResultRow[],
): Promise<void> {
  await insertRows(tx, {
    table: 'results',
    columns: COLUMNS,
    rows,
    onConflict: { key: ['scorecard_ref', 'entity_ref'] },
  });
}
