import { isMap, isScalar, isSeq, LineCounter, Node, Pair } from 'yaml';

/**
 * A stretch of the text.
 *
 * @public
 */
export interface SourceRange {
  /** Characters from the start of the text. */
  from: number;
  to: number;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
}

/**
 * Finds where in the text a path of the definition stands.
 *
 * @public
 */
export interface SourcePositions {
  /**
   * The range of the value at a path such as `spec.checks[2].rule`. Where the path leads nowhere, as that of a missing
   * field, it is the range of the nearest part that is there; undefined for an empty document.
   */
  rangeOf(path: string): SourceRange | undefined;
}

/** The positions in a parsed document. */
export function createSourcePositions(
  root: Node | null,
  lines: LineCounter,
): SourcePositions {
  return {
    rangeOf(path) {
      const found = root && locate(root, path);
      return found ? toSourceRange(found, lines) : undefined;
    },
  };
}

export function toSourceRange(
  [from, to]: [number, number],
  lines: LineCounter,
): SourceRange {
  const { line, col } = lines.linePos(from);
  return { from, to, line, column: col };
}

function rangeOfNode(node: unknown): [number, number] | undefined {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : undefined;
}

/** Keys may hold dots, so a path is followed by what fits it, the longest key first. */
function locate(node: Node, path: string): [number, number] | undefined {
  if (path === '') {
    return rangeOfNode(node);
  }
  const index = /^\[(\d+)\]\.?/.exec(path);
  if (index && isSeq(node)) {
    const item = node.items[Number(index[1])] as Node | undefined;
    return item ? locate(item, path.slice(index[0].length)) : rangeOfNode(node);
  }
  if (!isMap(node)) {
    return rangeOfNode(node);
  }
  let pair: Pair<unknown, unknown> | undefined;
  let key = '';
  for (const item of node.items) {
    const candidate = keyOf(item);
    if (candidate.length > key.length && isStep(candidate, path)) {
      pair = item;
      key = candidate;
    }
  }
  if (!pair) {
    return rangeOfNode(node.items[0]?.key ?? node);
  }
  const rest = path.slice(key.length).replace(/^\./, '');
  if (rest === '' || !pair.value) {
    const keyRange = rangeOfNode(pair.key);
    const valueRange = rangeOfNode(pair.value);
    return keyRange && [keyRange[0], valueRange?.[1] ?? keyRange[1]];
  }
  return locate(pair.value as Node, rest);
}

function keyOf(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function isStep(key: string, path: string): boolean {
  return (
    key !== '' &&
    path.startsWith(key) &&
    ['', '.', '['].includes(path.charAt(key.length))
  );
}
