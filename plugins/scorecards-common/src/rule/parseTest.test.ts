import { createFactDirectory } from '../facts';
import { validateScorecard } from '../scorecard/validateScorecard';

const facts = createFactDirectory([
  {
    id: 'ownership.members',
    type: 'number',
    sources: ['test'],
    declared: true,
  },
]);

/** What an author is told of a rule, and of what it applies to. */
function problemsOf(
  rule: object,
  appliesTo: object = { kind: 'Component' },
): string[] {
  return validateScorecard(
    {
      apiVersion: 'fairlead.dev/v1alpha1',
      kind: 'Scorecard',
      metadata: { name: 'readiness' },
      spec: {
        owner: 'group:default/platform',
        appliesTo,
        levels: ['bronze'],
        checks: [{ id: 'one', title: 'One', level: 'bronze', rule }],
      },
    },
    { facts },
  ).map(({ path, message }) => `${path}: ${message}`);
}

const OWNED = { 'facts.ownership.members': { $gte: 1 } };

describe('an operator', () => {
  it.each([
    ['of a fact', 'facts.ownership.members', { $above: 3 }],
    ['of a field', 'spec.type', { $equals: 'service' }],
    ['of an element', 'metadata.tags', { $contains: { $has: 'a' } }],
  ])('that is unknown is one problem %s, and no more', (_name, path, test) => {
    expect(problemsOf({ [path]: test })).toEqual([
      expect.stringMatching(/^spec\.checks\[0\]\.rule\..*is not an operator/),
    ]);
  });

  it.each([
    ['is unknown', { $equals: 'service' }, /'\$equals' is not an operator/],
    ['is one of rules', { $matches: '^svc' }, /is an operator of rules/],
    ['is one of rules with a wrong operand', { $olderThan: 3 }, /of rules/],
  ])('of appliesTo is one problem if it %s', (_name, test, message) => {
    expect(problemsOf(OWNED, { 'spec.type': test })).toEqual([
      expect.stringMatching(message),
    ]);
  });

  it('that never holds for the type of a fact is one problem', () => {
    expect(
      problemsOf({ 'facts.ownership.members': { $matches: '[' } }),
    ).toEqual([
      expect.stringMatching(/\$matches never holds for 'ownership.members'/),
    ]);
  });

  it('that is known and fits is none', () => {
    expect(
      problemsOf(OWNED, { 'metadata.name': { $hasPrefix: 'svc' } }),
    ).toEqual([]);
  });
});
