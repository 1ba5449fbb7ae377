import { JsonObject, JsonValue } from '@backstage/types';
import { RuleNode } from '../../rule/types';
import { findWays, Literal } from './findWays';
import { COST, Solution, SolvedValue, together } from './Solution';
import { solveScalar } from './solveScalar';
import { Tests } from './Tests';

/** Ways to write one element that are tried. */
const MOST_ELEMENTS = 6;

const ADDRESS: Literal = {
  node: {
    kind: 'condition',
    subject: { kind: 'path', path: 'url' },
    test: { operator: '$exists', expected: true },
  },
  wants: true,
  isMet: false,
};

interface Place {
  keys: string[];
  /** What the field is called in sentences. */
  name: string;
  tests: Tests;
}

/** Changes of a list so that it contains what it shall, and nothing that it shall not. */
export function solveList(
  literals: readonly Literal[],
  current: JsonValue | undefined,
  place: Place,
): Solution[] {
  if (current !== undefined && !Array.isArray(current)) {
    return [];
  }
  const { keys, tests } = place;
  const open = literals.filter(({ isMet }) => !isMet);
  const dropped = (current ?? []).filter(element =>
    open.some(
      ({ node: { test }, wants }) =>
        !wants && 'node' in test && tests.holds(test.node, element),
    ),
  );
  const drops: Solution = {
    ...together([]),
    changes: dropped.map(value => ({ keys, action: 'drop', value })),
    cost: dropped.length * COST.remove,
  };
  const wanted = open.flatMap(({ node: { test }, wants }) =>
    wants && 'node' in test ? [test.node] : [],
  );
  return wanted.reduce<Solution[]>(
    (solutions, node, index) =>
      solutions.flatMap(solution =>
        solveElement(node, {
          ...place,
          element: `${place.name}[${(current ?? []).length + index}]`,
        }).map(element => ({
          ...together([solution, element]),
          changes: [
            ...solution.changes,
            { keys, action: 'append', value: element.value },
          ],
        })),
      ),
    [drops],
  );
}

type Element = SolvedValue & { value: JsonValue };

interface ElementPlace extends Place {
  /** What the element is called in sentences. */
  element: string;
}

/** Elements for which a rule holds, the cheapest first. */
function solveElement(node: RuleNode, place: ElementPlace): Element[] {
  return findWays(node, true, () => false)
    .flatMap(way => solveWay(way, place))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_ELEMENTS);
}

function solveWay(way: readonly Literal[], place: ElementPlace): Element[] {
  const { name, element: itsName, tests } = place;
  const fields = new Map<string, Literal[]>();
  for (const literal of way) {
    const { subject } = literal.node;
    const field = subject.kind === 'path' ? subject.path : '';
    fields.set(field, [...(fields.get(field) ?? []), literal]);
  }
  const itself = fields.get('');
  if (itself) {
    return fields.size === 1
      ? solveScalar(itself, {
          name: itsName,
          isText: false,
          canGo: false,
          tests,
        }).filter(isThere)
      : [];
  }
  if (name === 'metadata.links' && !fields.has('url')) {
    // The catalog takes no link without an address.
    fields.set('url', [ADDRESS]);
  }
  let elements: Element[] = [{ ...together([]), value: {}, cost: 0 }];
  for (const [field, literals] of fields) {
    const values = solveScalar(literals, {
      name: `${itsName}.${field}`,
      isText: false,
      canGo: true,
      tests,
    });
    elements = elements.flatMap(element =>
      values.map(solved => ({
        ...together([element, solved]),
        value: withField(element.value as JsonObject, field, solved.value),
      })),
    );
  }
  // Writing an element is one change, however many fields it has.
  return elements.map(element => ({
    ...element,
    cost: element.placeholders.length > 0 ? COST.fillIn : COST.write,
  }));
}

function isThere(solved: SolvedValue): solved is Element {
  return solved.value !== undefined;
}

function withField(
  element: JsonObject,
  path: string,
  value: JsonValue | undefined,
): JsonObject {
  if (value === undefined) {
    return element;
  }
  const [key, ...rest] = path.split('.');
  const below = Object.hasOwn(element, key) ? element[key] : undefined;
  return {
    ...element,
    [key]:
      rest.length === 0
        ? value
        : withField((below ?? {}) as JsonObject, rest.join('.'), value),
  };
}
