import {
  FileProblem,
  LintSeverity,
} from '@fairlead/backstage-plugin-runbooks-common';

/** What linting came to; the JSON that is printed. */
export interface LintReport {
  /** How many files were looked at. */
  files: number;
  problems: FileProblem[];
}

/** From bad to worse. */
export const SEVERITIES: readonly LintSeverity[] = ['info', 'warning', 'error'];

/** Whether a problem is as bad as one severity, or worse. */
export function isAtLeast(
  problem: { severity: LintSeverity },
  least: LintSeverity,
): boolean {
  return SEVERITIES.indexOf(problem.severity) >= SEVERITIES.indexOf(least);
}

/** By file, line and column, alike on all machines. */
export function compareProblems(a: FileProblem, b: FileProblem): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
