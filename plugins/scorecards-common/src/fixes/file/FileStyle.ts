import { JsonValue } from '@backstage/types';
import { Document, isMap, isSeq, stringify, visit } from 'yaml';
import { columnOf } from './lines';

/** How a file is written, so that what is added to it looks alike. */
export class FileStyle {
  readonly eol: string;
  readonly #step: number;
  readonly #indentsLists: boolean;

  constructor(text: string, document: Document.Parsed) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    let step: number | undefined;
    let indentsLists: boolean | undefined;
    visit(document, {
      Pair(_, pair) {
        const key = rangeOf(pair.key);
        const value = rangeOf(pair.value);
        if (!key || !value || !isBlock(pair.value)) {
          return;
        }
        const difference = columnOf(text, value[0]) - columnOf(text, key[0]);
        if (isSeq(pair.value)) {
          indentsLists ??= difference > 0;
        } else if (difference > 0) {
          step ??= difference;
        }
      },
    });
    this.#step = step ?? 2;
    this.#indentsLists = indentsLists ?? true;
  }

  /** A value as lines of block style, without indentation. */
  lines(value: JsonValue): string[] {
    return stringify(value, {
      indent: this.#step,
      indentSeq: this.#indentsLists,
      lineWidth: 0,
      // One line each, whatever it holds: what is indented later must not change.
      blockQuote: false,
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
      compat: 'yaml-1.1',
    })
      .trimEnd()
      .split('\n');
  }

  /** A value on one line, for between brackets: JSON is YAML there. */
  flow(value: JsonValue): string {
    return typeof value === 'string' && /^[A-Za-z][\w./-]*$/.test(value)
      ? this.lines(value)[0]
      : JSON.stringify(value);
  }

  /** A value in the place of a scalar, with the quotes that were there. */
  scalar(value: JsonValue, quotes: unknown): string {
    if (typeof value === 'string' && quotes === 'QUOTE_DOUBLE') {
      return JSON.stringify(value);
    }
    if (
      typeof value === 'string' &&
      quotes === 'QUOTE_SINGLE' &&
      !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
    ) {
      return `'${value.replace(/'/g, "''")}'`;
    }
    return typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : this.lines(value)[0];
  }
}

/** Where a node begins, where its value ends, and where what belongs to it ends. */
export function rangeOf(node: unknown): [number, number, number] | undefined {
  const range = (node as { range?: [number, number, number] | null } | null)
    ?.range;
  return range ?? undefined;
}

/** Whether a map or list is written on lines of its own, without brackets. */
function isBlock(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && !node.flow;
}
