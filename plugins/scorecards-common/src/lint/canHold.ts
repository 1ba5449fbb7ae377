import { Fact, FactDirectory } from '../facts';
import { compileRule } from '../engine/compileRule';
import { compileTest, CompiledTest } from '../engine/compileTest';
import { EvaluationContext } from '../engine/EvaluationContext';
import { FactReader } from '../engine/FactReader';
import { OUTCOME } from '../engine/outcome';
import { ConditionNode, RuleNode, Subject, ValueTest } from '../rule/types';
import { Sample, sampleValues } from './sampleValues';

/** What a rule shall come to. */
export interface Demand {
  node: RuleNode;
  wants: boolean;
}

/** Tests of values before it is left open whether demands can hold: an author waits for the answer. */
const MOST_WORK = 20_000;

/** Patterns that are found in every text. */
const FOUND_ANYWHERE = ['', '^', '$', '.*', '^.*', '.*$'];

interface Literal extends Demand {
  node: ConditionNode;
}

const NO_FACTS: ReadonlyMap<string, Fact> = new Map();

class Search {
  readonly #facts: FactDirectory | undefined;
  readonly #now: number;
  readonly #context = new EvaluationContext();
  readonly #tests = new Map<ConditionNode, CompiledTest>();
  #left: number;

  constructor(options: { facts?: FactDirectory; now: number; work?: number }) {
    this.#facts = options.facts;
    this.#now = options.now;
    this.#left = options.work ?? MOST_WORK;
  }

  /** Settles one demand after the other; `settled` are the conditions so far, by what they look at. */
  run(
    [first, ...rest]: readonly Demand[],
    settled: ReadonlyMap<string, readonly Literal[]>,
  ): boolean {
    this.#left -= 1;
    if (!first || this.#left < 0) {
      return true;
    }
    const { node, wants } = first;
    if (node.kind === 'not') {
      return this.run([{ node: node.node, wants: !wants }, ...rest], settled);
    }
    if (node.kind === 'condition') {
      const key = keyOf(node.subject);
      const literals = [...(settled.get(key) ?? []), { node, wants }];
      return (
        this.#isPossible(node.subject, literals) &&
        this.run(rest, new Map([...settled, [key, literals]]))
      );
    }
    const parts = node.nodes.map(part => ({ node: part, wants }));
    return (node.kind === 'all') === wants
      ? this.run([...parts, ...rest], settled)
      : parts.some(part => this.run([part, ...rest], settled));
  }

  /** Whether one value meets all that is asked of it. */
  #isPossible(subject: Subject, literals: readonly Literal[]): boolean {
    const tests = literals.map(({ node }) => node.test);
    if (isLeftOpen(tests)) {
      return true;
    }
    const fact =
      subject.kind === 'fact' ? this.#facts?.get(subject.id) : undefined;
    const samples = sampleValues(subject, tests, { fact, now: this.#now });
    return (
      samples.some(sample =>
        literals.every(literal => this.#meets(sample, literal)),
      ) ||
      ((!fact?.type || fact.type === 'string[]') && this.#canBeList(literals))
    );
  }

  #meets(sample: Sample, { node, wants }: Literal): boolean {
    this.#left -= 1;
    const { test } = node;
    if (this.#left < 0) {
      return true;
    }
    if (isOpenPattern(test)) {
      return (
        typeof sample.value === 'string' ||
        (!wants && node.subject.kind !== 'fact')
      );
    }
    this.#context.start(NO_FACTS, this.#now);
    const outcome = this.#compile(node)(sample.value, {
      unit: sample.unit,
    } as Fact);
    return outcome === (wants ? OUTCOME.true : OUTCOME.false);
  }

  /** A list needs an element for each `$contains` that shall hold, and none for which one holds that shall not. */
  #canBeList(literals: readonly Literal[]): boolean {
    const wanted: RuleNode[] = [];
    const unwanted: Demand[] = [];
    const others: Literal[] = [];
    for (const literal of literals) {
      const { test } = literal.node;
      if (!('node' in test)) {
        others.push(literal);
      } else if (literal.wants) {
        wanted.push(test.node);
      } else {
        unwanted.push({ node: test.node, wants: false });
      }
    }
    return (
      others.every(
        literal =>
          equalsNumber(literal) || this.#meets({ value: [{}] }, literal),
      ) &&
      wanted.every(node =>
        this.run([{ node, wants: true }, ...unwanted], new Map()),
      )
    );
  }

  #compile(node: ConditionNode): CompiledTest {
    let test = this.#tests.get(node);
    if (!test) {
      const environment = {
        context: this.#context,
        factReader: (id: string) => new FactReader(id),
      };
      test = compileTest(node.test, {
        context: this.#context,
        mismatch: node.subject.kind === 'fact' ? OUTCOME.error : OUTCOME.false,
        compileElement: element => compileRule(element, environment).evaluate,
      });
      this.#tests.set(node, test);
    }
    return test;
  }
}

/**
 * Whether some entity with some facts meets all demands. False only where it is certain that none does; what takes long
 * to find out, or depends on what a pattern matches, is taken to be possible.
 *
 * The engine itself judges samples of values, so that what is found here is what will happen. Unknown facts meet no
 * demand, neither to be true nor to be false.
 */
export function canHold(
  demands: readonly Demand[],
  options: { facts?: FactDirectory; now: number; work?: number },
): boolean {
  return new Search(options).run(demands, new Map());
}

function keyOf(subject: Subject): string {
  switch (subject.kind) {
    case 'fact':
      return `fact ${subject.id}`;
    case 'path':
      return `path ${subject.path}`;
    default:
      return 'element';
  }
}

/** What samples cannot settle: which of a day and an age comes first, and what else a text of a certain spelling is. */
function isLeftOpen(tests: readonly ValueTest[]): boolean {
  const asksForDay = tests.some(
    test => 'bound' in test && test.bound.type === 'date',
  );
  const asksForAge = tests.some(test => 'milliseconds' in test);
  const asksForAmount = tests.some(test => 'bound' in test);
  const asksForSpelling = tests.some(
    test => 'prefix' in test || isOpenPattern(test),
  );
  return (
    (asksForDay && asksForAge) ||
    (asksForSpelling && (asksForAmount || asksForAge))
  );
}

function isOpenPattern(test: ValueTest): boolean {
  return (
    test.operator === '$matches' &&
    !FOUND_ANYWHERE.includes(test.pattern.source)
  );
}

/** A list with a single number equals that number. */
function equalsNumber({ node: { test }, wants }: Literal): boolean {
  const operands = 'operands' in test ? test.operands : [];
  const all = 'operand' in test ? [test.operand] : operands;
  return (
    wants === (test.operator !== '$ne') &&
    all.some(({ value }) => typeof value === 'number')
  );
}
