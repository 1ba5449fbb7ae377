import {
  ScorecardEntityRow,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';

/** A check as a column of the matrix. */
export interface MatrixColumn {
  id: string;
  title: string;
  level: string;
  from?: string;
  /** Where a row's `statuses` holds this check; undefined while the rows were made from another version. */
  statusIndex?: number;
  /** How many of the rows so far fail it. */
  failing: number;
}

/** The columns of one level, side by side. */
export interface MatrixColumnGroup {
  level: string;
  /** How many checks stand before these. */
  start: number;
  columns: MatrixColumn[];
}

/** Columns by level, lowest level first; within a level those that fail most often come first. */
export function orderColumns(options: {
  scorecard: Pick<ScorecardSummary, 'levels' | 'checks'>;
  checkIds: readonly string[];
  /** How many entities fail each check; those of the rows are counted when left out. */
  failingByCheck?: ReadonlyMap<string, number>;
  rows: readonly ScorecardEntityRow[];
}): MatrixColumnGroup[] {
  const { scorecard, checkIds, rows } = options;
  const failing = options.failingByCheck ?? countFailing(rows);
  const indexOf = new Map(checkIds.map((id, index) => [id, index]));

  let start = 0;
  return scorecard.levels
    .map(level => {
      const columns = scorecard.checks
        .filter(check => check.level === level)
        .map(check => ({
          id: check.id,
          title: check.title,
          level,
          from: check.from,
          statusIndex: indexOf.get(check.id),
          failing: failing.get(check.id) ?? 0,
        }))
        .sort((a, b) => b.failing - a.failing);
      const group = { level, start, columns };
      start += columns.length;
      return group;
    })
    .filter(group => group.columns.length > 0);
}

function countFailing(
  rows: readonly ScorecardEntityRow[],
): ReadonlyMap<string, number> {
  const failing = new Map<string, number>();
  for (const row of rows) {
    for (const id of row.failing) {
      failing.set(id, (failing.get(id) ?? 0) + 1);
    }
  }
  return failing;
}
