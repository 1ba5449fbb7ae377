import { printable } from './printable';

/** Rows that people read; whoever wants all of them takes JSON. */
const MOST_ROWS = 200;

/** Longer cells say nothing more to a reader. */
const LONGEST_CELL = 300;

/**
 * A table in Markdown that a comment on a pull request takes: what files hold can neither end a cell nor be Markdown of
 * its own, and a long table ends with how many rows are left out.
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: { most?: number } = {},
): string {
  const { most = MOST_ROWS } = options;
  const lines = [head, head.map(() => '---'), ...rows.slice(0, most)].map(
    (cells, index) =>
      `| ${cells
        .map(cell => (index < 2 ? cell : escapeCell(cell)))
        .join(' | ')} |`,
  );
  const hidden = rows.length - most;
  return [...lines, ...(hidden > 0 ? ['', `… and ${hidden} more.`] : [])].join(
    '\n',
  );
}

/** A text of others as Markdown that shows it as it is; an `@` would call somebody. */
function escapeCell(text: string): string {
  const shown =
    text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
  return printable(shown)
    .replace(/[\\`*_{}[\]<>|#~!]/g, '\\$&')
    .replace(/@/g, '&#64;');
}
