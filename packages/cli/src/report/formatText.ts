import {
  FileProblem,
  LintSeverity,
} from '@fairlead/backstage-plugin-runbooks-common';
import { LintReport } from './LintReport';
import { printable } from './printable';

/** For people: the problems of each file below its name, and how many there are. */
export function formatText({ files, problems }: LintReport): string {
  const parts: string[] = [];
  for (const [file, own] of groupByFile(problems)) {
    parts.push(printable(file), ...alignColumns(own), '');
  }
  const counts = (['error', 'warning', 'info'] as const)
    .map(
      severity =>
        [
          severity,
          problems.filter(problem => problem.severity === severity).length,
        ] as const,
    )
    .filter(([, n]) => n > 0)
    .map(([severity, n]) => describeCount(n, severity));
  const looked = describeCount(files, 'file');
  parts.push(
    problems.length > 0
      ? `${counts.join(', ')} in ${looked}`
      : `No problems in ${looked}`,
  );
  return `${parts.join('\n')}\n`;
}

function groupByFile(
  problems: readonly FileProblem[],
): Map<string, FileProblem[]> {
  const groups = new Map<string, FileProblem[]>();
  for (const problem of problems) {
    groups.set(problem.file, [...(groups.get(problem.file) ?? []), problem]);
  }
  return groups;
}

function alignColumns(problems: readonly FileProblem[]): string[] {
  const place = ({ line, column }: FileProblem) => `${line}:${column}`;
  const width = Math.max(...problems.map(problem => place(problem).length));
  return problems.map(
    problem =>
      `  ${place(problem).padStart(width)}  ${problem.severity.padEnd(
        7,
      )}  ${printable(problem.message)}  ${problem.rule}`,
  );
}

function describeCount(n: number, what: LintSeverity | 'file'): string {
  // There is no plural of what is only said.
  const plural = n === 1 || what === 'info' ? '' : 's';
  return `${n} ${what}${plural}`;
}
