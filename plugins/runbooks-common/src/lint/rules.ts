import { LintProblem, LintSeverity } from './types';

/** All rules, each with how bad it is when nothing else is configured. @public */
export const LINT_RULES = {
  'front-matter': 'warning',
  'link-dead': 'error',
  'link-half': 'error',
  moved: 'warning',
  'no-action': 'warning',
  'not-utf8': 'error',
  'placeholder-unknown': 'warning',
  'rules-unreadable': 'error',
  'runbook-ambiguous': 'warning',
  'runbook-by-name': 'info',
  'runbook-file-missing': 'error',
  'runbook-missing': 'warning',
  'runbook-unused': 'warning',
  'section-empty': 'error',
  'section-missing': 'error',
  'title-missing': 'warning',
  'too-deep': 'warning',
  'too-long': 'warning',
  unfinished: 'error',
} as const satisfies Record<string, LintSeverity>;

/** The name of a rule. @public */
export type LintRule = keyof typeof LINT_RULES;

/** How bad rules are, where that is not what {@link LINT_RULES} says; `off` looks away. @public */
export type LintSeverities = Partial<Record<LintRule, LintSeverity | 'off'>>;

/** Something that a rule found. */
export interface Finding extends Omit<LintProblem, 'rule' | 'severity'> {
  rule: LintRule;
  /** Where it depends on more than the rule. */
  severity?: LintSeverity;
}

/** Whoever mends these comes back for the rest. */
const MOST_PROBLEMS = 1_000;

/** Findings with their severities, in the order of the text. */
export function toProblems(
  findings: readonly Finding[],
  severities: LintSeverities = {},
): LintProblem[] {
  return findings
    .flatMap(({ line, column, rule, message, severity: own }) => {
      const severity = severities[rule] ?? own ?? LINT_RULES[rule];
      return severity === 'off'
        ? []
        : [{ line, column, rule, severity, message }];
    })
    .sort(compareProblems)
    .slice(0, MOST_PROBLEMS);
}

/** By place, then by name: by code units, which are alike everywhere. */
export function compareProblems(a: LintProblem, b: LintProblem): number {
  return (
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
