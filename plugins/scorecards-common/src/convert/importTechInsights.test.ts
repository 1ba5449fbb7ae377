import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { stringify } from 'yaml';
import { compileScorecard } from '../engine';
import { Fact } from '../facts';
import { parseScorecardYaml } from '../scorecard';
import { importTechInsights, techInsightsFactId } from '.';
import {
  DATABASE,
  GROUP_OWNER,
  NESTED_WRONG,
  REPOSITORY,
} from './__testUtils__/configurations';

const OWNER = { owner: 'group:default/platform' };

function run(text: string) {
  const { scorecards, notes } = importTechInsights(text, OWNER);
  for (const scorecard of scorecards) {
    const yaml = stringify(scorecard, { lineWidth: 0 });
    expect(parseScorecardYaml(yaml).problems).toEqual([]);
  }
  return {
    checks: scorecards.flatMap(({ spec }) => spec.checks),
    notes: notes.map(
      ({ line, column, message }) => `${line}:${column}: ${message}`,
    ),
    scorecards,
  };
}

function configure(checks: Record<string, unknown>): string {
  return stringify({ techInsights: { factChecker: { checks } } });
}

const check = (conditions: unknown, more: Record<string, unknown> = {}) => ({
  type: 'json-rules-engine',
  name: 'Check',
  description: 'A check',
  factIds: ['some'],
  rule: { conditions },
  ...more,
});

describe('importTechInsights', () => {
  it('brings the checks of public configurations along', () => {
    const { scorecards, notes } = run(GROUP_OWNER);
    expect(scorecards).toEqual([
      {
        apiVersion: 'fairlead.dev/v1alpha1',
        kind: 'Scorecard',
        metadata: {
          name: 'tech-insights',
          title: 'Tech Insights',
          description: expect.any(String),
        },
        spec: {
          owner: 'group:default/platform',
          appliesTo: { kind: 'Component' },
          levels: ['baseline'],
          checks: [
            {
              id: 'group-owner-check',
              title: 'Group Owner Check',
              description:
                'Verifies that a group has been set as the spec.owner for this entity',
              level: 'baseline',
              rule: {
                'facts.techInsights.entityOwnershipFactRetriever.hasGroupOwner':
                  true,
              },
            },
          ],
        },
      },
    ]);
    expect(notes).toEqual([expect.stringContaining('9:7: tech-insights has')]);

    expect(run(DATABASE).checks).toMatchObject([
      {
        id: 'db-connection-active',
        title: 'DB 연결 상태',
        rule: {
          'facts.techInsights.tech-blog-db-status-retriever.dbConnectionStatus':
            true,
        },
      },
      {
        rule: {
          'facts.techInsights.tech-blog-db-status-retriever.dbResponseTime': {
            $lte: 200,
          },
        },
      },
    ]);

    const repository = run(REPOSITORY);
    expect(
      repository.checks.map(({ rule }) => Object.keys(rule ?? {})),
    ).toEqual([
      ['facts.techInsights.githubRepoMetadataFactRetriever.githubIsArchived'],
      [
        'facts.techInsights.githubRepoMetadataFactRetriever.githubRepoMetadataFactRetriever.githubIsArchived',
      ],
    ]);
    expect(repository.notes).toContainEqual(
      expect.stringContaining("9:31: 'metadata.category' has no equivalent"),
    );

    expect(run(NESTED_WRONG)).toEqual({
      checks: [],
      scorecards: [],
      notes: [
        expect.stringContaining("left out 'hasOwner': has no conditions"),
      ],
    });
  });

  it('brings filters, links and what is told of failures along', () => {
    const { checks, scorecards } = run(
      configure({
        one: check(
          { all: [{ fact: 'a', operator: 'equal', value: true }] },
          {
            filter: [
              { kind: 'component', 'spec.type': ['service', 'website'] },
              { kind: 'API', 'metadata.tags': 'public' },
            ],
            links: [
              { title: 'Guide', url: 'https://example.com/guide' },
              { title: 'Broken', url: 'ftp://x' },
            ],
            failureMetadata: {
              solution: 'Write it down.',
              link: 'https://example.com/why',
            },
          },
        ),
      }),
    );
    expect(scorecards[0].spec.appliesTo).toEqual({
      kind: { $in: ['API', 'Component'] },
    });
    expect(checks[0]).toMatchObject({
      appliesTo: {
        $any: [
          { kind: 'component', 'spec.type': { $in: ['service', 'website'] } },
          { kind: 'API', 'metadata.tags': { $contains: 'public' } },
        ],
      },
      fix: {
        text: 'Write it down.\n\n[Guide](https://example.com/guide)',
        url: 'https://example.com/why',
      },
    });
  });

  it.each([
    ['a list that is empty', { all: [] }, 'holds no condition'],
    ['nothing', undefined, 'has no conditions'],
    ['a condition kept elsewhere', { condition: 'x' }, 'kept elsewhere'],
    [
      'an operator of its own',
      { all: [{ fact: 'a', operator: 'startsWith', value: 'x' }] },
      "the operator 'startsWith' has no equivalent",
    ],
    [
      'another fact',
      { all: [{ fact: 'a', operator: 'equal', value: { fact: 'b' } }] },
      'compares two facts',
    ],
    [
      'null',
      { all: [{ fact: 'a', operator: 'equal', value: null }] },
      'compares with nothing',
    ],
    [
      'the environment',
      { all: [{ fact: 'a', operator: 'equal', value: '${X}' }] },
      'environment',
    ],
    [
      'a path of many',
      {
        all: [{ fact: 'a', path: '$.b[*].c', operator: 'equal', value: 1 }],
      },
      'has no equivalent',
    ],
    [
      'an order of words',
      { all: [{ fact: 'a', operator: 'lessThan', value: 'x' }] },
      'ordered against',
    ],
  ])('leaves out %s, and keeps the others', (_name, conditions, message) => {
    const good = check({ any: [{ fact: 'a', operator: 'equal', value: 1 }] });
    const { checks, notes } = run(configure({ bad: check(conditions), good }));
    expect(checks.map(({ id }) => id)).toEqual(['good']);
    expect(notes).toContainEqual(expect.stringContaining(message));
    expect(notes).toContainEqual(expect.stringContaining("left out 'bad'"));
  });

  it('splits what one scorecard does not hold', () => {
    const { scorecards, checks } = run(
      configure(
        Object.fromEntries(
          Array.from({ length: 500 }, (_, index) => [
            `check ${index}`,
            check({ all: [{ fact: 'a', operator: 'equal', value: index }] }),
          ]),
        ),
      ),
    );
    expect(checks).toHaveLength(500);
    expect(scorecards.length).toBeGreaterThan(2);
    expect(scorecards[1].metadata.name).toBe('tech-insights-2');
  });

  it.each(['', '{', 'a: 1', '[[', 'techInsights: { factChecker: 1 }'])(
    'says of %j what is missing',
    text => {
      const { scorecards, notes } = importTechInsights(text, OWNER);
      expect(scorecards).toEqual([]);
      expect(notes).toHaveLength(1);
    },
  );

  const flag = fc.constantFrom('yes', 'no', 'maybe');
  const values = {
    flag: fc.boolean(),
    count: fc.integer({ min: -3, max: 9 }),
    word: flag,
    words: fc.array(flag, { maxLength: 3 }),
  };
  const condition = fc.oneof(
    fc.record({
      fact: fc.constant('flag'),
      operator: fc.constantFrom('equal', 'notEqual'),
      value: fc.boolean(),
    }),
    fc.record({
      fact: fc.constant('count'),
      operator: fc.constantFrom(
        'equal',
        'notEqual',
        'lessThan',
        'lessThanInclusive',
        'greaterThan',
        'greaterThanInclusive',
      ),
      value: values.count,
    }),
    fc.record({
      fact: fc.constantFrom('word'),
      operator: fc.constantFrom('in', 'notIn'),
      value: fc.array(flag, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      fact: fc.constant('word'),
      operator: fc.constantFrom('equal', 'notEqual'),
      value: flag,
    }),
    fc.record({
      fact: fc.constant('words'),
      operator: fc.constantFrom('contains', 'doesNotContain'),
      value: flag,
    }),
  );
  const conditions = fc.letrec(tie => ({
    nested: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      condition,
      tie('top'),
    ),
    top: fc.oneof(
      fc
        .array(tie('nested'), { minLength: 1, maxLength: 3 })
        .map(all => ({ all })),
      fc
        .array(tie('nested'), { minLength: 1, maxLength: 3 })
        .map(any => ({ any })),
      tie('nested').map(not => ({ not })),
    ),
  })).top;

  it('comes to what the JSON rules engine comes to', async () => {
    await fc.assert(
      fc.asyncProperty(
        conditions,
        fc.record(values),
        async (asked, observed) => {
          const engine = new Engine();
          engine.addRule({
            conditions: structuredClone(asked) as never,
            event: { type: 'passed' },
          });
          const { results } = await engine.run(structuredClone(observed));

          const { scorecards } = run(configure({ one: check(asked) }));
          const facts = Object.entries(observed).map(([name, value]) => {
            const id = techInsightsFactId('some', name);
            const fact: Fact = {
              id,
              value,
              source: 'test',
              observedAt: '2026-11-20T00:00:00Z',
              state: 'ok',
            };
            return [id, fact] as const;
          });
          const [{ status }] = compileScorecard(scorecards[0]).evaluate({
            entity: {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'a' },
            },
            facts: new Map(facts),
            now: Date.parse('2026-11-20T00:00:00Z'),
          }).checks;
          expect(status).toBe(results.length > 0 ? 'pass' : 'fail');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers with scorecards that are valid, whatever it is given', () => {
    const anything = fc.object({
      key: fc.constantFrom(
        ...['type', 'name', 'factIds', 'rule', 'conditions', 'all', 'not'],
        ...['fact', 'operator', 'value', 'path', 'filter', 'links', 'kind'],
      ),
      values: [
        fc.constantFrom('json-rules-engine', 'equal', 'in', 'a', '', '${X}'),
        fc.boolean(),
        fc.integer(),
        fc.constant(null),
      ],
      maxDepth: 5,
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anything), checks => {
        expect(() => run(configure(checks))).not.toThrow();
      }),
    );
  });
});
