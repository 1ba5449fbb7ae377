import { createScorecard } from '../engine/__testUtils__/createScorecard';
import { CheckDefinition, ScorecardEntityV1alpha1 } from '../scorecard';
import { diffScorecards } from './diffScorecards';

const BASE = createScorecard([
  { id: 'described', rule: { 'metadata.description': { $exists: true } } },
  { id: 'fast', level: 'silver', rule: { 'facts.ci.p90': { $lte: '15m' } } },
]);

function change(
  spec: Partial<ScorecardEntityV1alpha1['spec']>,
  check: Partial<CheckDefinition> = {},
): ScorecardEntityV1alpha1 {
  const [first, second] = BASE.spec.checks;
  return {
    ...BASE,
    spec: { ...BASE.spec, checks: [first, { ...second, ...check }], ...spec },
  };
}

describe('diffScorecards', () => {
  it.each<[string, ScorecardEntityV1alpha1]>([
    [
      'Applies where kind is "API", before where kind is "Component"',
      change({ appliesTo: { kind: 'API' } }),
    ],
    [
      "Level 'platinum' was added",
      change({ levels: ['bronze', 'silver', 'gold', 'platinum'] }),
    ],
    ["Level 'gold' was removed", change({ levels: ['bronze', 'silver'] })],
    [
      'The levels are now in the order gold, silver, bronze',
      change({ levels: ['gold', 'silver', 'bronze'] }),
    ],
    ["Check 'fast' was removed", change({ checks: [BASE.spec.checks[0]] })],
    [
      "Check 'new' was added at level gold",
      change({
        checks: [
          ...BASE.spec.checks,
          { ...BASE.spec.checks[0], id: 'new', level: 'gold' },
        ],
      }),
    ],
    [
      "Check 'fast' now wants ci.p90 is at most 10 min, before ci.p90 is at most 15 min",
      change({}, { rule: { 'facts.ci.p90': { $lte: '10m' } } }),
    ],
    [
      "Check 'fast' has another rule",
      change(
        {},
        { rule: { 'metadata.title': { $in: Array(400).fill('long') } } },
      ),
    ],
    [
      "Check 'fast' moved from level silver to gold",
      change({}, { level: 'gold' }),
    ],
    ["Check 'fast' now weighs 3, before 1", change({}, { weight: 3 })],
    [
      "Check 'fast' now takes facts of at most 7d, before of any age",
      change({}, { maxAge: '7d' }),
    ],
    [
      "Check 'fast' now counts from 2027-01-01, before at once",
      change({}, { from: '2027-01-01' }),
    ],
    [
      'Check \'fast\' now applies where spec.type is "service", before everywhere',
      change({}, { appliesTo: { 'spec.type': 'service' } }),
    ],
    [
      'A waived check stays in the score as an accepted risk, before it leaves level and score',
      change({ waivers: { meaning: 'accepted-risk', maxShare: 0.1 } }),
    ],
  ])('says: %s', (sentence, after) => {
    expect(diffScorecards(BASE, after)).toEqual([sentence]);
  });

  it('does not speak of what no result can change by', () => {
    expect(
      diffScorecards(BASE, {
        ...change(
          { owner: 'group:default/other' },
          { title: 'New', why: 'New', weight: 1 },
        ),
        metadata: { name: 'test', title: 'New' },
      }),
    ).toEqual([]);
  });

  it('does not take another order of the fields of a rule for a change', () => {
    const before = change(
      {},
      { rule: { kind: 'A', 'spec.type': { $gt: 1, $lt: 2 } } },
    );
    const after = change(
      {},
      { rule: { 'spec.type': { $lt: 2, $gt: 1 }, kind: 'A' } },
    );
    expect(diffScorecards(before, after)).toEqual([]);
  });
});
