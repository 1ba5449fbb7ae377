import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { createFactDirectory, Fact, KnownFact } from '../../facts';
import { Rule } from '../../scorecard';

export const NOW = Date.parse('2026-11-20T12:00:00.000Z');

const declared = (
  id: string,
  type?: KnownFact['type'],
  unit?: string,
): KnownFact => ({ id, type, unit, sources: ['test'], declared: true });

const FACTS = {
  boolean: declared('test.fact.flag', 'boolean'),
  number: declared('test.fact.count', 'number', 'count'),
  duration: declared('test.fact.wait', 'duration', 'min'),
  string: declared('test.fact.name', 'string'),
  list: declared('test.fact.names', 'string[]'),
  date: declared('test.fact.last', 'date'),
  undeclared: declared('test.fact.anything'),
};

export const FACT_DIRECTORY = createFactDirectory(Object.values(FACTS));

const word = fc.constantFrom('a', 'A', 'b', 'ab', 'Abc', 'production', '7');
const smallNumber = fc.constantFrom(-1, 0, 0.5, 7, 10, 600);
const date = fc
  .integer({ min: -40, max: 5 })
  .map(days => new Date(NOW + days * 86_400_000).toISOString());
const duration = fc.constantFrom('30s', '10m', '2h', '7d', '30d');
const primitive = fc.oneof(word, smallNumber, fc.boolean());

const scalar: fc.Arbitrary<JsonValue> = fc.oneof(primitive, date);

/** Values as catalogs hold them, wrong and missing ones too. */
const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.constant(null),
  fc.array(
    fc.oneof(
      scalar,
      fc.record(
        { type: word, at: date },
        { requiredKeys: [], noNullPrototype: true },
      ),
    ),
  ),
  fc.constant({ inner: 'a' }),
);

const PATHS = [
  'kind',
  'metadata.name',
  'metadata.annotations.example.com/a.b',
  'metadata.tags',
  'spec.type',
  'spec.a.b',
  'spec.since',
  'relations',
];

/** Objects whose keys may hold dots, and whose paths may fit in several ways. */
const nested: fc.Arbitrary<JsonObject> = fc.letrec(tie => ({
  object: fc.dictionary(
    fc.constantFrom('a', 'b', 'a.b', 'type', 'since', 'b.a', 'name'),
    fc.oneof(
      { maxDepth: 3 },
      anyValue,
      tie('object') as fc.Arbitrary<JsonObject>,
    ),
    { maxKeys: 4, noNullPrototype: true },
  ),
})).object as fc.Arbitrary<JsonObject>;

export const dottedObject = nested;

export const entity: fc.Arbitrary<Entity> = fc
  .record(
    {
      metadata: fc.record(
        {
          name: word,
          annotations: fc.dictionary(
            fc.constantFrom('example.com/a.b', 'example.com/a', 'other'),
            fc.oneof(word, date),
            { noNullPrototype: true },
          ),
          tags: fc.array(word, { maxLength: 4 }),
        },
        { requiredKeys: ['name'], noNullPrototype: true },
      ),
      spec: nested,
      relations: fc.array(
        fc.record({ type: word, targetRef: word }, { noNullPrototype: true }),
        {
          maxLength: 3,
        },
      ),
    },
    { requiredKeys: ['metadata'], noNullPrototype: true },
  )
  .map(parts => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    ...parts,
  })) as fc.Arbitrary<Entity>;

const FACT_VALUES: Record<keyof typeof FACTS, fc.Arbitrary<JsonValue>> = {
  boolean: fc.boolean(),
  number: smallNumber,
  duration: smallNumber,
  string: word,
  list: fc.array(word, { maxLength: 3 }),
  date,
  undeclared: anyValue,
};

function fact(type: keyof typeof FACTS): fc.Arbitrary<Fact | undefined> {
  const { id, unit } = FACTS[type];
  return fc.option(
    fc
      .record({
        // Include values of the wrong type: stored facts can be older than their declaration.
        value: fc.oneof({ weight: 9, arbitrary: FACT_VALUES[type] }, anyValue),
        state: fc.constantFrom<Fact['state']>(
          'ok',
          'ok',
          'ok',
          'stale',
          'error',
        ),
        observedAt: date,
        expiresAt: fc.option(date, { nil: undefined }),
      })
      .map(parts => ({ id, unit, source: 'test', ...parts })),
    { nil: undefined },
  );
}

export const facts: fc.Arbitrary<Map<string, Fact>> = fc
  .tuple(...(Object.keys(FACTS) as (keyof typeof FACTS)[]).map(fact))
  .map(
    found =>
      new Map(
        found
          .filter(item => item !== undefined)
          .map(item => [item.id, item] as const),
      ),
  );

const order = (operand: fc.Arbitrary<JsonValue>) =>
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), operand)
    .map(([operator, value]) => ({ [operator]: value }));

const equality = (operand: fc.Arbitrary<JsonValue>) =>
  fc.oneof(
    operand,
    operand.map($eq => ({ $eq })),
    operand.map($ne => ({ $ne })),
    fc.array(operand, { minLength: 1, maxLength: 3 }).map($in => ({ $in })),
    fc.boolean().map($exists => ({ $exists })),
  );

const prefix = word.map($hasPrefix => ({ $hasPrefix }));
const pattern = fc
  .constantFrom('^a', 'b$', '[A-Z]', 'production|ab')
  .map($matches => ({ $matches }));
const age = fc
  .tuple(fc.constantFrom('$olderThan', '$newerThan'), duration)
  .map(([operator, value]) => ({ [operator]: value }));

const element: fc.Arbitrary<JsonValue> = fc.oneof(
  primitive,
  word.map(type => ({ type })),
  age.map(at => ({ at })),
  prefix,
);
const contains = element.map($contains => ({ $contains }));

const FACT_TESTS: Record<keyof typeof FACTS, fc.Arbitrary<JsonValue>> = {
  boolean: equality(fc.boolean()),
  number: fc.oneof(equality(smallNumber), order(smallNumber)),
  duration: fc.oneof(
    equality(fc.oneof(duration, smallNumber)),
    order(fc.oneof(duration, smallNumber)),
  ),
  string: fc.oneof(equality(word), prefix, pattern),
  list: fc.oneof(
    contains,
    fc.boolean().map($exists => ({ $exists })),
  ),
  date: fc.oneof(equality(date), order(date), age),
  undeclared: fc.oneof(
    equality(primitive),
    order(fc.oneof(smallNumber, date)),
    prefix,
    pattern,
    age,
    contains,
  ),
};

const factCondition = fc.oneof(
  ...(Object.keys(FACTS) as (keyof typeof FACTS)[]).map(type =>
    FACT_TESTS[type].map(
      (test): Rule => ({ [`facts.${FACTS[type].id}`]: test }),
    ),
  ),
);

const pathCondition = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.oneof(
      equality(primitive),
      order(fc.oneof(smallNumber, date)),
      prefix,
      pattern,
      age,
      contains,
      fc
        .tuple(order(smallNumber), order(smallNumber))
        .map(([a, b]) => ({ ...a, ...b })),
    ),
  )
  .map(([path, test]): Rule => ({ [path]: test }));

/** A condition that `@backstage/filter-predicates` knows as well. */
const plainCondition = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.oneof(
      primitive,
      fc.array(primitive, { minLength: 1, maxLength: 3 }).map($in => ({ $in })),
      fc.boolean().map($exists => ({ $exists })),
      prefix,
      fc
        .oneof(
          primitive,
          word.map(type => ({ type })),
        )
        .map($contains => ({ $contains })),
    ),
  )
  .map(([path, test]): Rule => ({ [path]: test }));

function combined(leaf: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> {
  return fc.letrec<{ rule: Rule }>(tie => ({
    rule: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b })),
      fc
        .array(tie('rule'), { minLength: 1, maxLength: 4 })
        .map($all => ({ $all })),
      fc
        .array(tie('rule'), { minLength: 1, maxLength: 4 })
        .map($any => ({ $any })),
      tie('rule').map($not => ({ $not })),
    ),
  })).rule;
}

export const rule = combined(fc.oneof(factCondition, pathCondition));
export const plainRule = combined(plainCondition);
export const maxAge = fc.option(duration, { nil: undefined });
