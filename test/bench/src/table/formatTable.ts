import { Row } from './Row';

const MET = new Map<boolean | undefined, string>([
  [true, 'yes'],
  [false, 'NO'],
]);
const HEADER = ['name', 'figure', 'target', 'met?'];

/** The rows as a Markdown table. */
export function formatTable(rows: Row[]): string {
  const lines = [
    HEADER,
    ...rows.map(({ name, figure, target, met }) => [
      name,
      figure,
      target ?? '',
      MET.get(met) ?? '',
    ]),
  ];
  const widths = HEADER.map((_, column) =>
    Math.max(...lines.map(line => line[column].length)),
  );
  const [header, ...body] = lines.map(
    line =>
      `| ${line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')} |`,
  );
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [header, rule, ...body].join('\n');
}
