import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { Fact } from '../facts';
import { LIMITS } from '../rule/limits';
import { CheckDefinition, Rule, validateScorecard } from '../scorecard';
import { createScorecard } from './__testUtils__/createScorecard';
import { compileScorecard } from './compileScorecard';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const TEXT = 'ab ! '.repeat(819);
const MANY = Array.from({ length: 10_000 }, (_, index) => `tag-${index}`);

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', description: TEXT, tags: MANY },
};

const FACTS = new Map<string, Fact>(
  [
    { id: 'text.long', value: TEXT },
    { id: 'text.list', value: new Array(20).fill(TEXT.slice(0, 400)) },
  ].map(fact => [
    fact.id,
    {
      ...fact,
      source: 'test',
      observedAt: '2026-11-20T09:00:00.000Z',
      state: 'ok' as const,
    },
  ]),
);

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** What a definition comes to on one entity, and the work that it was. */
function judge(
  checks: (Partial<CheckDefinition> & { rule: Rule })[],
  options: { explain: boolean; entity?: Entity },
) {
  const definition = createScorecard(checks);
  expect(validateScorecard(definition)).toEqual([]);
  const compiled = compileScorecard(definition);
  const { entity = ENTITY, explain } = options;
  const evaluation = compiled.evaluate(
    { entity, facts: FACTS, now: NOW },
    { explain },
  );
  return { ...evaluation, steps: compiled.steps };
}

/** Being refused is a step, too, for each condition. */
const MOST = LIMITS.evaluationSteps + LIMITS.values;

/** Definitions within all limits whose rules take as long as they can. */
const HOSTILE: Record<string, Rule[]> = {
  'patterns that look through the text at each step': times(40, index => ({
    'metadata.description': { $matches: `(?:(?:a|b)?){90}\\b!${index}` },
  })),
  'hundreds of patterns': times(200, index => ({
    $any: times(3, other => ({
      'facts.text.long': { $matches: `[xyz]${index}a${other}$` },
    })),
  })),
  'patterns on each element of a list': times(10, index => ({
    'facts.text.list': { $contains: { $matches: `(?:\\b.?){20}z${index}$` } },
  })),
  'long lists of operands for each element of a long list': times(
    30,
    index => ({
      'metadata.tags': { $contains: { $in: times(400, n => `${index}-${n}`) } },
    }),
  ),
  'conditions deep below others': times(30, index => {
    let rule: Rule = {
      $any: times(15, n => ({
        'metadata.description': { $matches: `[xyz]${index}${n}$` },
      })),
    };
    for (let depth = 0; depth < LIMITS.ruleNesting - 2; depth += 1) {
      rule = depth % 2 ? { $not: rule } : { $all: [rule, { kind: 'x' }] };
    }
    return rule;
  }),
};

describe('the work of one evaluation', () => {
  it.each(Object.keys(HOSTILE))('ends with %s', name => {
    const checks = HOSTILE[name].map(rule => ({ rule }));
    const plain = judge(checks, { explain: false });
    expect(plain.steps).toBeLessThanOrEqual(MOST);
    const explained = judge(checks, { explain: true });
    expect(explained.steps).toBeLessThanOrEqual(2 * MOST);
    expect(explained.checks.map(({ status }) => status)).toEqual(
      plain.checks.map(({ status }) => status),
    );
  });

  it('is too much for a check, which is then an error that says so', () => {
    const [tooMuch, little] = judge(
      [
        { rule: { 'facts.text.long': { $matches: '(?:a?){300}z$' } } },
        { rule: { kind: 'Component' } },
      ],
      { explain: true },
    ).checks;
    expect(tooMuch).toMatchObject({
      status: 'error',
      reason: expect.stringMatching(
        /^text\.long was not judged: .* take more work on this entity/,
      ),
    });
    expect(little.status).toBe('pass');
  });

  it('is too much to find out whether a check applies', () => {
    const appliesTo = {
      $any: times(300, index => ({
        'metadata.tags': { $contains: `not-${index}` },
      })),
    };
    const [check] = judge([{ appliesTo, rule: { kind: 'Component' } }], {
      explain: true,
    }).checks;
    expect(check).toMatchObject({
      status: 'error',
      reason: expect.stringMatching(/^Whether it applies was not judged/),
    });
  });

  it('is counted on for whoever runs many', () => {
    const compiled = compileScorecard(
      createScorecard([
        { rule: { 'metadata.description': { $matches: 'z$' } } },
      ]),
    );
    const input = { entity: ENTITY, facts: FACTS, now: NOW };
    compiled.evaluate(input);
    const once = compiled.steps;
    expect(once).toBeGreaterThan(TEXT.length);
    compiled.evaluate(input);
    expect(compiled.steps).toBe(2 * once);
  });

  it('is not done again to explain', () => {
    const checks = [
      {
        rule: {
          $all: [{ $all: [{ 'facts.text.long': { $matches: 'z$' } }] }],
        },
      },
    ];
    expect(judge(checks, { explain: true }).steps).toBe(
      judge(checks, { explain: false }).steps,
    );
  });

  it('comes to the same with and without explanation, whatever the rules', () => {
    const condition = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(9))
        .map(([count, end]) => ({
          'metadata.description': { $matches: `(?:a?){${count}}${end}` },
        })),
      fc.constant({ kind: 'Component' }),
      fc.constant({ 'metadata.tags': { $contains: 'tag-9999' } }),
      fc.constant({ 'facts.text.absent': true }),
    );
    const several = <T>(one: fc.Arbitrary<T>) =>
      fc.array(one, { minLength: 1, maxLength: 3 });
    const { rule } = fc.letrec<{ rule: Rule }>(tie => ({
      rule: fc.oneof(
        { depthSize: 'small' },
        condition as fc.Arbitrary<Rule>,
        several(tie('rule')).map($all => ({ $all })),
        several(tie('rule')).map($any => ({ $any })),
        tie('rule').map($not => ({ $not })),
      ),
    }));
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 6 }), rules => {
        const checks = rules.map(each => ({ rule: each }));
        const statusesOf = (explain: boolean) =>
          judge(checks, { explain }).checks.map(({ status }) => status);
        expect(statusesOf(true)).toEqual(statusesOf(false));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is kept of an evaluation', () => {
  it('does not grow with the definition and the entity', () => {
    const { checks } = judge(
      [
        { rule: { $all: times(300, index => ({ 'metadata.tags': index })) } },
        {
          rule: {
            'metadata.name': { $in: times(500, n => `${n}`.repeat(40)) },
          },
        },
      ],
      { explain: true },
    );
    for (const { reason, evidence } of checks) {
      expect(reason.length).toBeLessThan(2_100);
      expect(JSON.stringify(evidence).length).toBeLessThan(1_000);
    }
  });

  it('tells a number from a list that is spelled like it', () => {
    const statusOf = (replicas: unknown) =>
      judge([{ rule: { 'spec.replicas': 3 } }], {
        explain: false,
        entity: { ...ENTITY, spec: { replicas } as Entity['spec'] },
      }).checks[0].status;
    expect(statusOf([3])).toBe('pass');
    expect(statusOf([[3]])).toBe('pass');
    expect(statusOf([3, 3])).toBe('fail');
    expect(statusOf(MANY)).toBe('fail');
  });
});
