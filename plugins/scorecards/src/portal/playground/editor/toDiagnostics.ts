import { Diagnostic } from '@codemirror/lint';
import { SourceProblem } from '@fairlead/backstage-plugin-scorecards-common';

/** Problems as marks in an editor. They may be of a text that has been changed since, so they are kept within it. */
export function toDiagnostics(
  problems: readonly SourceProblem[],
  length: number,
  severity: Diagnostic['severity'],
): Diagnostic[] {
  return problems.map(({ range, message }) => ({
    from: Math.min(range?.from ?? 0, length),
    to: Math.min(range?.to ?? 0, length),
    severity,
    message,
  }));
}
