import { Document, isMap, isNode, isSeq, Node } from 'yaml';

/** A stretch of a text, counted in characters from its start. */
export interface TextRange {
  from: number;
  to: number;
}

/**
 * Finds the part of a YAML document that a problem's path names, such as `spec.checks[2].rule.facts.a.b`.
 * Keys may hold dots themselves; where the path leads nowhere, its innermost existing part is given.
 */
export function locateProblem(document: Document, path: string): TextRange {
  let node = document.contents;
  let range = rangeOf(node, { from: 0, to: 0 });
  let rest = path;

  while (rest !== '') {
    const step = enter(node, rest);
    if (!step) {
      break;
    }
    node = step.node;
    range = rangeOf(step.key ?? step.node, range);
    rest = step.rest;
  }
  return rest === path ? { from: 0, to: 0 } : range;
}

function enter(node: Node | null, path: string) {
  if (isSeq(node)) {
    const [whole, index] = /^\[(\d+)\]\.?/.exec(path) ?? [];
    const item = whole && node.items[Number(index)];
    return isNode(item)
      ? { node: item, key: undefined, rest: path.slice(whole!.length) }
      : undefined;
  }
  if (!isMap(node)) {
    return undefined;
  }
  const pair = node.items
    .map(item => ({ item, key: String(item.key) }))
    .filter(
      ({ key }) =>
        path === key ||
        path.startsWith(`${key}.`) ||
        path.startsWith(`${key}[`),
    )
    .sort((a, b) => b.key.length - a.key.length)
    .at(0);
  return (
    pair && {
      node: isNode(pair.item.value) ? pair.item.value : null,
      key: isNode(pair.item.key) ? pair.item.key : undefined,
      rest: path.slice(pair.key.length).replace(/^\./, ''),
    }
  );
}

function rangeOf(node: Node | null, otherwise: TextRange): TextRange {
  return node?.range ? { from: node.range[0], to: node.range[1] } : otherwise;
}
