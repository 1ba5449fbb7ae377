import { LintReport } from './LintReport';
import { markdownTable } from './markdownTable';

/** For a comment on a pull request: the problems as a table. */
export function formatMarkdown({ files, problems }: LintReport): string {
  const looked = files === 1 ? '1 file' : `${files} files`;
  return problems.length === 0
    ? `No problems in ${looked}.\n`
    : `${markdownTable(
        ['Place', 'Severity', 'Problem', 'Rule'],
        problems.map(({ file, line, column, severity, message, rule }) => [
          `${file}:${line}:${column}`,
          severity,
          message,
          rule,
        ]),
      )}\n`;
}
