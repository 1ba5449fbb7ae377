import { Entity } from '@backstage/catalog-model';
import { Fact, FactDirectory } from '../facts';
import { compileScorecard } from '../engine';
import { compilePath } from '../engine/compilePath';
import { compileRule } from '../engine/compileRule';
import { EvaluationContext } from '../engine/EvaluationContext';
import { FactReader } from '../engine/FactReader';
import { OUTCOME } from '../engine/outcome';
import { parseDuration } from '../duration';
import { readRule } from '../rule/readRule';
import { ConditionNode, RuleNode } from '../rule/types';
import { writeRule } from '../rule/writeRule';
import { CheckDefinition, ScorecardEntityV1alpha1 } from '../scorecard';
import { changeEntity } from './changeEntity';
import { editableKeys, holdsTexts } from './catalogFields';
import { isValidEntity } from './isValidEntity';
import { replaceTexts } from './placeholders';
import { findWays, Literal } from './search/findWays';
import { NOTHING_TO_DO, Solution, together } from './search/Solution';
import { solveList } from './search/solveList';
import { solveScalar } from './search/solveScalar';
import { Tests } from './search/Tests';
import { EntityChange, EntityFix } from './types';

/** Edits that are put to the engine before the search gives up. */
const MOST_EDITS = 60;

/** Edits of one way that are weighed against each other. */
const MOST_OF_A_WAY = 8;

/** Conditions that an edit may bring about: whoever has to change more writes the file anew. */
const MOST_CHANGES = 20;

/**
 * The smallest edit of an entity that makes a check pass, by the rule engine: candidate edits follow from what the rule
 * asks for, and the first that the engine passes and the catalog would take is the answer. Undefined when the check does
 * not fail, and where no edit of the entity alone can make it pass.
 *
 * @param options - `facts` are those of the entity by id, `known` the declared ones for their units
 * @throws InputError when the definition is not valid.
 * @public
 */
export async function findEntityFix(options: {
  definition: ScorecardEntityV1alpha1;
  checkId: string;
  entity: Entity;
  facts: ReadonlyMap<string, Fact>;
  known?: FactDirectory;
  now: number;
}): Promise<EntityFix | undefined> {
  const { definition, checkId, entity } = options;
  const check = definition.spec.checks.find(({ id }) => id === checkId);
  // A check that asks people has no rule.
  if (!check?.rule || statusOf(options) !== 'fail') {
    return undefined;
  }
  const node = readRule(check.rule, 'rule', {
    dialect: 'rule',
    facts: options.known,
  });
  const wasValid = await isValidEntity(entity);
  const solve = createSolver(entity, new Tests(options.now));
  const edits = findWays(node, true, createJudge(options, check))
    .filter(way => way.filter(({ isMet }) => !isMet).length <= MOST_CHANGES)
    .flatMap(way => solveWay(way, solve))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_EDITS);
  for (const { changes, placeholders, examples, assumed } of edits) {
    const filled = fillWith(changes, examples);
    const changed = changeEntity(entity, filled);
    const judged =
      assumed.length === 0
        ? definition
        : withRule(definition, checkId, takingAnyText(node, assumed));
    if (
      changed &&
      statusOf({ ...options, definition: judged, entity: changed }) ===
        'pass' &&
      (!wasValid || (await isValidEntity(changed)))
    ) {
      return {
        changes,
        placeholders,
        examples: filled,
        entity: changed,
        definition: judged,
      };
    }
  }
  return undefined;
}

function statusOf(options: {
  definition: ScorecardEntityV1alpha1;
  checkId: string;
  entity: Entity;
  facts: ReadonlyMap<string, Fact>;
  known?: FactDirectory;
  now: number;
}) {
  const { definition, checkId, entity, facts, known, now } = options;
  const { spec } = definition;
  const checks = spec.checks.filter(({ id }) => id === checkId);
  return compileScorecard(
    { ...definition, spec: { ...spec, checks } },
    { facts: known },
  ).evaluate({ entity, facts, now }).checks[0]?.status;
}

/** Says of a condition whether the entity meets it; undefined where that cannot be changed by editing it. */
function createJudge(
  options: {
    entity: Entity;
    facts: ReadonlyMap<string, Fact>;
    now: number;
  },
  check: CheckDefinition,
): (node: ConditionNode, wants: boolean) => boolean | undefined {
  const { entity, facts, now } = options;
  const context = new EvaluationContext();
  return (node, wants) => {
    context.start(facts, now);
    context.maxAge =
      check.maxAge === undefined ? Infinity : parseDuration(check.maxAge);
    const outcome = compileRule(node, {
      context,
      factReader: id => new FactReader(id),
    }).evaluate(entity);
    if (outcome === (wants ? OUTCOME.true : OUTCOME.false)) {
      return true;
    }
    return node.subject.kind === 'path' && editableKeys(node.subject.path)
      ? false
      : undefined;
  };
}

/** The edits that make one way hold. */
function solveWay(way: readonly Literal[], solve: PathSolver): Solution[] {
  const paths = new Map<string, Literal[]>();
  for (const literal of way) {
    const { subject } = literal.node;
    if (subject.kind === 'path') {
      paths.set(subject.path, [...(paths.get(subject.path) ?? []), literal]);
    }
  }
  let solutions: Solution[] = [NOTHING_TO_DO];
  for (const [path, literals] of paths) {
    if (literals.some(({ isMet }) => !isMet)) {
      const parts = solve(path, literals);
      solutions = solutions
        .flatMap(solution =>
          parts.map(part => ({
            ...together([solution, part]),
            changes: [...solution.changes, ...part.changes],
          })),
        )
        .sort((a, b) => a.cost - b.cost)
        .slice(0, MOST_OF_A_WAY);
    }
  }
  return solutions;
}

/** The changes of one field that meet all its conditions. */
type PathSolver = (path: string, literals: readonly Literal[]) => Solution[];

/** Solves each field once for the same conditions: most of them are part of many ways. */
function createSolver(entity: Entity, tests: Tests): PathSolver {
  const numbers = new Map<ConditionNode, number>();
  const solved = new Map<string, Solution[]>();
  const numberOf = (node: ConditionNode) => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };
  return (path, literals) => {
    const key = literals
      .map(({ node, wants }) => `${numberOf(node)} ${wants}`)
      .join();
    const solutions =
      solved.get(key) ?? solvePath(path, literals, entity, tests);
    solved.set(key, solutions);
    return solutions;
  };
}

function solvePath(
  path: string,
  literals: readonly Literal[],
  entity: Entity,
  tests: Tests,
): Solution[] {
  const keys = editableKeys(path);
  if (!keys) {
    return [];
  }
  const current = compilePath(path)(entity);
  if (literals.some(({ node }) => node.test.operator === '$contains')) {
    return solveList(literals, current, { keys, name: path, tests });
  }
  return solveScalar(literals, {
    name: path,
    isText: holdsTexts(keys),
    canGo: current !== undefined,
    tests,
  }).map(({ value, ...solved }) => ({
    ...solved,
    changes: [
      value === undefined
        ? { keys, action: 'remove' }
        : { keys, action: 'set', value },
    ],
  }));
}

function fillWith(
  changes: readonly EntityChange[],
  examples: Solution['examples'],
): EntityChange[] {
  return changes.map(change =>
    'value' in change
      ? { ...change, value: replaceTexts(change.value, examples) }
      : change,
  );
}

/** A rule whose patterns, of which no example is known, take any text. */
function takingAnyText(
  node: RuleNode,
  assumed: readonly ConditionNode[],
): CheckDefinition['rule'] {
  return writeRule(node, {
    test: condition =>
      assumed.includes(condition)
        ? { operator: '$exists', expected: true }
        : condition.test,
  });
}

function withRule(
  definition: ScorecardEntityV1alpha1,
  checkId: string,
  rule: CheckDefinition['rule'],
): ScorecardEntityV1alpha1 {
  const { spec } = definition;
  return {
    ...definition,
    spec: {
      ...spec,
      checks: spec.checks.map(check =>
        check.id === checkId ? { ...check, rule } : check,
      ),
    },
  };
}
