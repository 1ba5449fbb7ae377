import { LIMITS } from './limits';
import { SourceLines } from './SourceLines';
import { RunbookPlaceholder } from './types';

/** Braces that a template engine fills in. */
const BRACES = /\{\{([^{}\n]{1,200})\}\}/g;

/** `namespace`, `$labels.namespace`, `.Labels.namespace`, `.CommonLabels.namespace`. */
const LABEL =
  /^-?\s*(?:(?:\$labels|\.(?:Common|Group)?Labels)\.)?([a-zA-Z_][a-zA-Z0-9_]*)\s*-?$/;

/** Words of Go's templates, which stand in commands and mean something else. */
const KEYWORDS = new Set([
  'end',
  'else',
  'break',
  'continue',
  'nil',
  'true',
  'false',
]);

/** Something in double braces. */
export interface Braces {
  from: number;
  to: number;
  raw: string;
  /** Of which label the value is meant, if it is one. */
  label?: string;
  /** It names labels of an alert, if not in a way that is known. */
  meansLabel: boolean;
}

/** All double braces of a text. */
export function findBraces(text: string): Braces[] {
  return Array.from(text.matchAll(BRACES), match => {
    const inside = match[1].trim();
    const label = LABEL.exec(inside)?.[1];
    return {
      from: match.index,
      to: match.index + match[0].length,
      raw: match[0],
      label: label && !KEYWORDS.has(label) ? label : undefined,
      meansLabel: /^\$?\.?(?:common|group|external)?labels?\b|^\$value\b/i.test(
        inside,
      ),
    };
  });
}

/** The placeholders of a text, with whether they stand in code: its stretches, in their order. */
export function readPlaceholders(
  source: string,
  lines: SourceLines,
  code: readonly { from: number; to: number }[],
): RunbookPlaceholder[] {
  let next = 0;
  return findBraces(source)
    .filter(({ label, meansLabel }) => label || meansLabel)
    .slice(0, LIMITS.parts)
    .map(({ from, raw, label }) => {
      while (next < code.length && code[next].to <= from) {
        next += 1;
      }
      return {
        raw,
        label,
        inCode: next < code.length && code[next].from <= from,
        ...lines.placeOf(from),
      };
    });
}
