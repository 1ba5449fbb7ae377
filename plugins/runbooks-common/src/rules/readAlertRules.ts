import { isolated } from '@fairlead/bidi-text';
import { parseDocuments } from '@fairlead/bounded-yaml';
import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  visit,
  YAMLMap,
} from 'yaml';
import { LintProblem } from '../lint';
import { AlertRule, AlertRulesReading } from './types';

/** What of a file is read. */
const LIMITS = {
  /** Characters; the largest public sets have a fifth of that. */
  length: 1024 * 1024,
  nesting: 100,
  /** Nodes that are looked at, those that aliases repeat counted each time. */
  nodes: 200_000,
  rules: 20_000,
};

/** Annotations in which rules name their runbook, the first that is there counts. @public */
export const RUNBOOK_ANNOTATIONS: readonly string[] = [
  'runbook_url',
  'runbookUrl',
  'runbookURL',
  'runbook',
  'runbook_link',
  'playbook_url',
  'playbook',
];

/**
 * Reads the alerts of a file of Prometheus rules: `groups` alone, `PrometheusRule` manifests, lists of them, several
 * documents in one file. Takes any text and never throws; a file that holds rules and cannot be read is a problem.
 *
 * @public
 */
export function readAlertRules(
  text: string,
  options: { annotations?: readonly string[] } = {},
): AlertRulesReading {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (source.length > LIMITS.length) {
    return unreadable(
      `The file has more than ${
        LIMITS.length / 1024
      } thousand characters, split it`,
    );
  }
  if (!/(?:^|[\s{,"'])(?:alert|groups)["']?[ \t]*:/.test(source)) {
    return { rules: [], problems: [] };
  }
  const lines = new LineCounter();
  const documents = parseDocuments(source, { nesting: LIMITS.nesting, lines });
  if (!documents) {
    return unreadable(`The file nests more than ${LIMITS.nesting} deep`);
  }
  const problems: LintProblem[] = [];
  let rules: AlertRule[] = [];
  let budget = LIMITS.nodes;
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      const { line, col } = lines.linePos(error.pos[0]);
      problems.push({
        ...problemOf(describeError(source, error.message)),
        line,
        column: col,
      });
    } else {
      const reader = createReader(
        document,
        lines,
        options.annotations ?? RUNBOOK_ANNOTATIONS,
        budget,
      );
      rules = rules.concat(reader.read());
      budget = reader.left();
    }
  }
  if (budget <= 0 || rules.length > LIMITS.rules) {
    problems.push(problemOf('The file holds more than is read, split it'));
  }
  return { rules: rules.slice(0, LIMITS.rules), problems };
}

function unreadable(message: string): AlertRulesReading {
  return { rules: [], problems: [problemOf(message)] };
}

function problemOf(message: string): LintProblem {
  return {
    line: 1,
    column: 1,
    rule: 'rules-unreadable',
    severity: 'error',
    message,
  };
}

function describeError(source: string, message: string): string {
  return /\{\{/.test(source)
    ? 'The file is no YAML, it looks like a template: render it first, for example with helm template, and lint what comes out'
    : isolated`The file is no YAML that can be read: ${message}`;
}

/** Walks one document, following aliases for as long as its budget of nodes lasts. */
function createReader(
  document: Document.Parsed,
  lines: LineCounter,
  annotations: readonly string[],
  budget: number,
) {
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node) && node.anchor && !anchors.has(node.anchor)) {
        anchors.set(node.anchor, node);
      }
    },
  });
  let left = budget;

  /** The node that is meant, or undefined once too many were. */
  function follow(node: unknown, hops = 0): Node | undefined {
    left -= 1;
    if (left <= 0 || hops > LIMITS.nesting) {
      return undefined;
    }
    return isAlias(node)
      ? follow(anchors.get(node.source), hops + 1)
      : ((node ?? undefined) as Node | undefined);
  }

  /** The maps that a map takes in with `<<`. */
  function mergedInto(map: YAMLMap): (Node | undefined)[] {
    const merged = follow(pairOf(map, '<<')?.value);
    return isSeq(merged) ? merged.items.map(item => follow(item)) : [merged];
  }

  /** A field of a map, also of one that is merged into it. */
  function field(
    map: Node | undefined,
    name: string,
    depth = 0,
  ): Node | undefined {
    if (!isMap(map) || depth > LIMITS.nesting) {
      return undefined;
    }
    const own = pairOf(map, name);
    if (own) {
      return follow(own.value);
    }
    for (const merged of mergedInto(map)) {
      const found = field(merged, name, depth + 1);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  function items(node: Node | undefined): Node[] {
    return isSeq(node) ? node.items.flatMap(item => follow(item) ?? []) : [];
  }

  /** Names and texts of a map, with those that are merged into it behind its own. */
  function texts(
    map: Node | undefined,
    depth = 0,
  ): Map<string, { text: string; node: Node }> {
    const found = new Map<string, { text: string; node: Node }>();
    if (!isMap(map) || depth > LIMITS.nesting) {
      return found;
    }
    for (const { key, value } of map.items) {
      const node = follow(value);
      if (isScalar(key) && isScalar(node) && node.value !== null) {
        found.set(String(key.value), { text: String(node.value), node });
      }
    }
    for (const merged of mergedInto(map)) {
      for (const [name, value] of texts(merged, depth + 1)) {
        if (!found.has(name)) {
          found.set(name, value);
        }
      }
    }
    return found;
  }

  function placeOf(node: Node) {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    return { line, column: col };
  }

  function readRule(node: Node): AlertRule[] {
    const name = field(node, 'alert');
    if (!isScalar(name) || name.value === null || name.value === '') {
      return [];
    }
    const expression = field(node, 'expr');
    const annotated = texts(field(node, 'annotations'));
    const annotation = annotations.find(one => annotated.has(one));
    const runbook =
      annotation !== undefined ? annotated.get(annotation)! : undefined;
    return [
      {
        alert: String(name.value),
        ...placeOf(name),
        expression: isScalar(expression) ? String(expression.value) : undefined,
        labels: plain(texts(field(node, 'labels'))),
        annotations: plain(annotated),
        ...(runbook && {
          runbook: {
            annotation: annotation!,
            value: runbook.text,
            ...placeOf(runbook.node),
          },
        }),
      },
    ];
  }

  function readRoot(root: Node | undefined): AlertRule[] {
    const groups =
      field(root, 'groups') ?? field(field(root, 'spec'), 'groups');
    return [
      ...items(groups).flatMap(group =>
        items(field(group, 'rules')).flatMap(readRule),
      ),
      ...items(field(root, 'items')).flatMap(readRoot),
    ];
  }

  return {
    read: () => readRoot(follow(document.contents)),
    left: () => left,
  };
}

function pairOf(map: YAMLMap, name: string) {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

function plain(values: Map<string, { text: string }>): Record<string, string> {
  return Object.fromEntries(
    Array.from(values, ([name, { text }]) => [name, text]),
  );
}
