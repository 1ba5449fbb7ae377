import { Document, isAlias, isMap, isScalar, isSeq, LineCounter } from 'yaml';
import { LIMITS } from '../rule/limits';
import { SourceRange, toSourceRange } from './SourcePositions';

/** What is wrong with a document as YAML, and where. */
export interface DocumentProblem {
  message: string;
  range?: SourceRange;
}

/**
 * The problems of a document that must be known before it is turned into values: what would take long, or is no JSON. It
 * does not nest deep. That keys stand once is looked at here, since the parser compares each key with each other.
 */
export function checkDocument(
  document: Document.Parsed,
  lines: LineCounter,
): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  let aliases = 0;

  function report(node: unknown, message: string) {
    const range = (node as { range?: [number, number, number] } | null)?.range;
    const place = range && toSourceRange([range[0], range[1]], lines);
    problems.push({
      message: place
        ? `line ${place.line}, column ${place.column}: ${message}`
        : message,
      range: place,
    });
  }

  function visit(node: unknown) {
    if (isAlias(node)) {
      aliases += 1;
      if (aliases === LIMITS.yamlAliases + 1) {
        report(node, `the text has more than ${LIMITS.yamlAliases} aliases`);
      }
    } else if (isSeq(node)) {
      node.items.forEach(visit);
    } else if (isMap(node)) {
      const keys = new Set<unknown>();
      for (const { key, value } of node.items) {
        if (!isScalar(key)) {
          report(key ?? node, 'Map keys must be plain texts');
        } else if (keys.has(key.value)) {
          report(key, 'Map keys must be unique');
        } else {
          keys.add(key.value);
        }
        visit(value);
      }
    }
  }

  visit(document.contents);
  return problems;
}
