import fc from 'fast-check';
import { stringify } from 'yaml';
import { compileScorecard } from '../engine';
import { Fact } from '../facts';
import { parseScorecardYaml } from '../scorecard';
import { importCompass, importThresholds } from '.';
import {
  COMPASS_ANSWER,
  COMPASS_IN_GIT,
  THRESHOLDS,
} from './__testUtils__/configurations';

const OWNER = { owner: 'group:default/platform' };

function summarise({
  scorecards,
  notes,
}: ReturnType<typeof importCompass | typeof importThresholds>) {
  for (const scorecard of scorecards) {
    const yaml = stringify(scorecard, { lineWidth: 0 });
    expect(parseScorecardYaml(yaml).problems).toEqual([]);
  }
  return {
    scorecards,
    rules: scorecards.flatMap(({ spec }) =>
      spec.checks.map(({ id, level, rule }) => [id, level, rule]),
    ),
    notes: notes.map(({ line, message }) => `${line}: ${message}`),
  };
}

describe('importThresholds', () => {
  it('makes rungs of the thresholds of metrics', () => {
    const { rules, notes } = summarise(importThresholds(THRESHOLDS, OWNER));
    expect(rules).toEqual([
      [
        'open-prs-acceptable',
        'acceptable',
        { 'facts.rhdh.github.openPRs': { $lte: 50 } },
      ],
      ['open-prs-good', 'good', { 'facts.rhdh.github.openPRs': { $lt: 10 } }],
      ['readme-good', 'good', { 'facts.rhdh.filecheck.readme': true }],
      [
        'rating-acceptable',
        'acceptable',
        { 'facts.rhdh.sonarqube.rating': { $lte: 3 } },
      ],
      ['rating-good', 'good', { 'facts.rhdh.sonarqube.rating': { $eq: 1 } }],
    ]);
    expect(notes).toEqual([
      expect.stringContaining('18: the keys exist, missing are taken'),
    ]);
  });

  const number = fc.integer({ min: -5, max: 5 });
  const expression = fc.oneof(
    fc
      .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number)
      .map(([operator, at]) => ({
        text: `${operator}${at}`,
        fits: (value: number) =>
          ({
            '<': value < at,
            '<=': value <= at,
            '>': value > at,
            '>=': value >= at,
            '==': value === at,
            '!=': value !== at,
          }[operator]),
      })),
    fc.tuple(number, number).map(([from, to]) => ({
      text: `${from}-${to}`,
      fits: (value: number) => value >= from && value <= to,
    })),
  );

  it('gives a metric the level of the first threshold that fits', () => {
    fc.assert(
      fc.property(
        fc.tuple(expression, expression, expression),
        fc.shuffledSubarray(['success', 'warning', 'error'], { minLength: 3 }),
        fc.constantFrom(-6, -3, -0.5, 0, 1, 2.5, 5, 7),
        (expressions, keys, value) => {
          const rules = keys.map((key, index) => ({
            key,
            expression: expressions[index].text,
          }));
          const config = { a: { b: { thresholds: { rules } } } };
          const text = stringify({ scorecard: { plugins: config } });
          const { scorecards } = summarise(importThresholds(text, OWNER));
          const key = keys.find((_, index) => expressions[index].fits(value));
          const fact: Fact = {
            id: 'rhdh.a.b',
            value,
            source: 'test',
            observedAt: '2026-11-20T00:00:00Z',
            state: 'ok',
          };
          const statuses = scorecards.flatMap(scorecard =>
            compileScorecard(scorecard)
              .evaluate({
                entity: {
                  apiVersion: 'backstage.io/v1alpha1',
                  kind: 'Component',
                  metadata: { name: 'a' },
                },
                facts: new Map([[fact.id, fact]]),
                now: 0,
              })
              .checks.map(({ id, status }) => `${id} ${status}`),
          );
          const is = (some: string[]) =>
            key !== undefined && some.includes(key) ? 'pass' : 'fail';
          const expected = [
            `b-acceptable ${is(['success', 'warning'])}`,
            `b-good ${is(['success'])}`,
          ];
          expect(expected).toEqual(expect.arrayContaining(statuses));
        },
      ),
    );
  });

  it.each([
    [
      'an expression of words',
      [{ key: 'a', expression: 'many' }],
      'expression',
    ],
    ['no key', [{ expression: '<1' }], "no 'key'"],
    ['no rule', [], 'no list of rules'],
    [
      'rules that fit everything',
      [
        { key: 'success', expression: '<1' },
        { key: 'success', expression: '>=1' },
      ],
      'every number is good enough',
    ],
  ])('leaves out %s', (_name, rules, message) => {
    const config = { a: { b: { thresholds: { rules } } } };
    const { scorecards, notes } = summarise(
      importThresholds(stringify({ scorecard: { plugins: config } }), OWNER),
    );
    expect(scorecards).toEqual([]);
    expect(notes).toEqual([expect.stringContaining(message)]);
  });
});

describe('importCompass', () => {
  it('brings scorecards that are kept in Git along', () => {
    const { scorecards, notes } = summarise(
      importCompass(COMPASS_IN_GIT, OWNER),
    );
    expect(scorecards).toMatchObject([
      {
        metadata: { name: 'observability', title: 'observability' },
        spec: {
          appliesTo: { kind: 'Component', 'spec.type': 'service' },
          levels: ['met'],
          checks: [
            {
              title: 'instrumentation-check',
              weight: 15,
              rule: {
                'facts.compass.metric.instrumentation-check': { $eq: 1 },
              },
            },
            {
              title: 'msg-per-sec',
              weight: 60,
              rule: { 'facts.compass.metric.metric-test-1': { $gt: 15 } },
            },
          ],
        },
      },
    ]);
    expect(notes).toEqual([
      expect.stringContaining('10: a level is reached when'),
      expect.stringContaining("23: 'importance' has no equivalent"),
    ]);
  });

  it('brings what the API answers along, and says what it leaves out', () => {
    const { scorecards, rules, notes } = summarise(
      importCompass(COMPASS_ANSWER, OWNER),
    );
    expect(scorecards[0].spec).toMatchObject({
      appliesTo: {
        $any: [
          { kind: 'Component', 'spec.type': 'service' },
          { kind: 'Resource' },
        ],
      },
      levels: ['met', 'level-2'],
    });
    expect(rules).toEqual([
      ['has-owner', 'met', { 'spec.owner': { $exists: true } }],
      [
        'has-link',
        'level-2',
        { 'metadata.links': { $contains: { type: 'on-call' } } },
      ],
    ]);
    expect(notes).toContainEqual(
      expect.stringContaining("left out: 'hasPackageDependency' has no"),
    );
  });

  it.each(['', '{', 'a: 1'])('says of %j that there is none', text => {
    const { scorecards, notes } = importCompass(text, OWNER);
    expect(scorecards).toEqual([]);
    expect(notes).toHaveLength(1);
  });
});
