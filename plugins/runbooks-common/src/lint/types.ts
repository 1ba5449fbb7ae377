/** How bad a problem of a runbook is. @public */
export type LintSeverity = 'error' | 'warning' | 'info';

/** What is wrong with a runbook, and where. @public */
export interface LintProblem {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** The name of the rule, for example `section-empty`. */
  rule: string;
  severity: LintSeverity;
  /** What is wrong and what would be right. */
  message: string;
}
