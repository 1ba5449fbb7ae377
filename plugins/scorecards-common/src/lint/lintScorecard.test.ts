import { FilterPredicate } from '@backstage/filter-predicates';
import fc from 'fast-check';
import { compileScorecard } from '../engine';
import {
  entity,
  facts,
  NOW,
  plainRule,
  rule,
} from '../engine/__testUtils__/arbitraries';
import { createScorecard } from '../engine/__testUtils__/createScorecard';
import { createFactDirectory, KnownFact } from '../facts';
import { CheckDefinition, validateScorecard } from '../scorecard';
import { findRepeats, lintScorecard } from '.';

const known = (
  id: string,
  type: KnownFact['type'],
  unit?: string,
): KnownFact => ({ id, type, unit, sources: ['test'], declared: true });

const FACTS = createFactDirectory([
  known('docs.pages.count', 'number', 'count'),
  known('ci.feedback.p90', 'duration', 'min'),
  known('rework.rate.ratio', 'number', 'ratio'),
  known('owner.exists', 'boolean'),
  known('runtime.language', 'string'),
  known('runtime.features', 'string[]'),
  known('security.lastScan', 'date'),
]);

function rulesOf(
  check: Partial<CheckDefinition> & Pick<CheckDefinition, 'rule'>,
  appliesTo?: CheckDefinition['appliesTo'],
) {
  const scorecard = createScorecard([check], {
    levels: ['bronze'],
    ...(appliesTo !== undefined && { appliesTo }),
  });
  expect(validateScorecard(scorecard)).toEqual([]);
  return lintScorecard(scorecard, { facts: FACTS, now: NOW }).map(
    finding => `${finding.path} ${finding.rule}`,
  );
}

const PASSES = 'spec.checks[0].rule check-never-passes';
const FAILS = 'spec.checks[0].rule check-never-fails';

describe('lintScorecard', () => {
  it.each([
    { 'facts.docs.pages.count': { $gt: 5, $lt: 3 } },
    { 'facts.docs.pages.count': { $lt: 0 } },
    { 'facts.docs.pages.count': { $gt: 1, $lt: 2 } },
    { 'facts.docs.pages.count': { $exists: false } },
    { 'facts.rework.rate.ratio': { $gte: 15 } },
    { 'facts.ci.feedback.p90': { $gt: '2h', $lt: 100 } },
    { $all: [{ 'spec.type': 'service' }, { 'spec.type': 'website' }] },
    { kind: 'API' },
    { 'facts.security.lastScan': { $newerThan: '7d', $olderThan: '14d' } },
    { 'spec.type': { $in: ['a', 'b'], $ne: 'a', $hasPrefix: 'a' } },
    {
      $all: [
        { 'metadata.tags': { $contains: 'java' } },
        { $not: { 'metadata.tags': { $contains: 'JAVA' } } },
      ],
    },
    {
      $all: [
        { 'facts.runtime.language': { $matches: '^a' } },
        { 'facts.runtime.language': { $in: ['b'], $ne: 'B' } },
      ],
    },
    { 'spec.a': { $exists: false, $matches: 'x' } },
  ])('finds that nothing passes %j', value => {
    expect(rulesOf({ rule: value })).toEqual([PASSES]);
  });

  it.each([
    { 'facts.docs.pages.count': { $gte: 0 } },
    { 'facts.docs.pages.count': { $exists: true } },
    { 'facts.rework.rate.ratio': { $lte: 1 } },
    { 'facts.owner.exists': { $in: [true, false] } },
    { 'facts.runtime.language': { $matches: '.*' } },
    {
      $any: [
        { 'facts.ci.feedback.p90': { $lte: '10m' } },
        { 'facts.ci.feedback.p90': { $gt: 10 } },
      ],
    },
    { kind: { $exists: true } },
    { kind: 'component' },
    { $any: [{ 'spec.type': 'a' }, { 'spec.type': { $ne: 'A' } }] },
  ])('finds that nothing fails %j', value => {
    expect(rulesOf({ rule: value })).toEqual([FAILS]);
  });

  it.each([
    { 'facts.docs.pages.count': { $gte: 1, $lt: 3 } },
    { 'facts.owner.exists': true },
    { 'facts.ci.feedback.p90': { $gt: '1h', $lt: 100 } },
    { 'facts.runtime.features': { $contains: { $hasPrefix: 'tr' } } },
    { 'facts.runtime.features': { $contains: { $matches: '^x$' } } },
    { 'facts.security.lastScan': { $newerThan: '7d', $lt: '2030-01-01' } },
    { 'spec.type': { $matches: '^s', $gt: 3 } },
    { 'facts.some.thing': { $gt: '10ms', $lt: 5 } },
  ])('leaves %j alone', value => {
    expect(rulesOf({ rule: value })).toEqual([]);
  });

  it('finds conditions that no entity meets, by themselves and together', () => {
    const tested = { 'spec.lifecycle': 'production' };
    const nobody = { $all: [{ kind: 'API' }, { kind: 'Component' }] };
    expect(rulesOf({ rule: tested }, nobody)).toEqual([
      'spec.appliesTo scorecard-never-applies',
    ]);
    expect(rulesOf({ rule: tested, appliesTo: { kind: 'API' } })).toEqual([
      'spec.checks[0].appliesTo check-never-applies',
    ]);
    expect(rulesOf({ rule: tested, appliesTo: tested })).toEqual([FAILS]);
  });

  it('counts the headlines of levels, and finds those without a check', () => {
    const checks = Array.from({ length: 7 }, (_, index) => ({
      rule: { 'spec.type': `${index}` },
      ...(index === 0 && { weight: 0.5 }),
    }));
    expect(
      lintScorecard(createScorecard(checks, { levels: ['bronze', 'gold'] })),
    ).toEqual([
      {
        path: 'spec.levels[0]',
        rule: 'level-crowded',
        message: expect.stringContaining("'bronze' has 6 headline checks"),
      },
      {
        path: 'spec.levels[1]',
        rule: 'level-empty',
        message: expect.stringContaining("no check is at 'gold'"),
      },
    ]);
    expect(
      lintScorecard(
        createScorecard(checks.slice(0, 6), { levels: ['bronze'] }),
      ),
    ).toEqual([]);
  });

  it.each([
    ['delivery.agents.share', true],
    ['github.aiAdoption.rate7d', true],
    ['delivery.origin.agentShare', true],
    ['delivery.agents.reviewedShare', false],
    ['delivery.agents.changeFailRate', false],
    ['ci.usage.minutes', false],
  ])('of %s, says whether a target on it is one on agents: %s', (id, is) => {
    expect(rulesOf({ rule: { [`facts.${id}`]: { $gte: 0.5 } } })).toEqual(
      is ? ['spec.checks[0].rule agent-share-target'] : [],
    );
  });

  it('does not take long over rules made to be', () => {
    const any = (index: number) => ({
      $any: [
        { [`spec.a${index}`]: { $in: ['a', 'b'] } },
        { [`spec.a${index}`]: { $in: ['a', 'c'] } },
      ],
    });
    const hostile = {
      $all: [
        ...Array.from({ length: 100 }, (_, index) => any(index)),
        { 'spec.z': { $eq: 'a', $ne: 'a' } },
      ],
    };
    expect(rulesOf({ rule: hostile })).toEqual([]);
  });

  it('says nothing of a check that the engine refutes', () => {
    fc.assert(
      fc.property(
        plainRule,
        plainRule,
        rule,
        entity,
        facts,
        (scope, appliesTo, asked, component, seen) => {
          const scorecard = createScorecard(
            [{ appliesTo: appliesTo as FilterPredicate, rule: asked }],
            { appliesTo: scope as FilterPredicate },
          );
          const found = lintScorecard(scorecard, { now: NOW });
          const compiled = compileScorecard(scorecard);
          const applies = compiled.appliesTo(component);
          const [{ status }] = compiled.evaluate({
            entity: component,
            facts: seen,
            now: NOW,
          }).checks;
          const refuted = [
            applies && 'scorecard-never-applies',
            applies && status !== 'not-applicable' && 'check-never-applies',
            applies && status === 'pass' && 'check-never-passes',
            applies && status === 'fail' && 'check-never-fails',
          ];
          expect(found.filter(one => refuted.includes(one.rule))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('findRepeats', () => {
  it('finds what is asked twice, however it is written', () => {
    const scorecard = createScorecard([
      { rule: { 'spec.a': 'x', 'spec.b': { $in: ['1', '2'] } } },
      {
        rule: {
          $all: [{ 'spec.b': { $in: ['2', '1'] }, 'spec.a': { $eq: 'x' } }],
        },
      },
      { rule: { 'spec.a': 'x' } },
      { rule: { 'spec.a': 'x' }, appliesTo: { kind: 'API' } },
      { rule: { 'spec.a': 'x' }, maxAge: '1d' },
    ]);
    const again = {
      ...scorecard,
      metadata: { name: 'again' },
      spec: { ...scorecard.spec, checks: [scorecard.spec.checks[2]] },
    };
    expect(findRepeats([scorecard, again])).toEqual([
      {
        scorecardRef: 'scorecard:default/test',
        checkId: 'check-1',
        path: 'spec.checks[1]',
        asks: 'rule',
        first: { scorecardRef: 'scorecard:default/test', checkId: 'check-0' },
      },
      {
        scorecardRef: 'scorecard:default/again',
        checkId: 'check-2',
        path: 'spec.checks[0]',
        asks: 'rule',
        first: { scorecardRef: 'scorecard:default/test', checkId: 'check-2' },
      },
    ]);
  });
});
