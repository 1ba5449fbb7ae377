import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a cell says of a caller who gets through, and of one who does not. */
export interface Row {
  /** What is called, for example `GET /api/delivery/feed`, and `of …` what, where it depends on that. */
  call: string;
  /** What comes of it, by caller. */
  outcomes: Record<string, string>;
}

const DOCS = resolve(__dirname, '../../../../../docs');

/** The page for those who decide who may do what, or another one. */
export function readDocs(page = 'permissions.md'): string {
  return readFileSync(resolve(DOCS, page), 'utf8');
}

/** The rows of the tables whose first column is headed "Call", with cells of code without their marks. */
export function readRows(markdown: string): Row[] {
  const rows: Row[] = [];
  let callers: string[] | undefined;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? cellsOf(line) : [];
    if (cells[0] === 'Call') {
      callers = cells.slice(1);
    } else if (cells.length === 0) {
      callers = undefined;
    } else if (callers && !/^-+$/.test(cells[0])) {
      const names = callers;
      rows.push({
        call: cells[0],
        outcomes: Object.fromEntries(
          cells.slice(1).map((cell, index) => [names[index], cell]),
        ),
      });
    }
  }
  return rows;
}

/** The blocks of code in a language. */
export function readCode(markdown: string, language: string): string[] {
  return [
    ...markdown.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms')),
  ].map(([, code]) => code);
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim().replaceAll('`', ''));
}
