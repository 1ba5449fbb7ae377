import { CheckDefinition, ScorecardEntityV1alpha1 } from '../../scorecard';

/** A scorecard around some checks. */
export function createScorecard(
  checks: (Partial<CheckDefinition> & Pick<CheckDefinition, 'rule'>)[],
  spec: Partial<ScorecardEntityV1alpha1['spec']> = {},
): ScorecardEntityV1alpha1 {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'test' },
    spec: {
      owner: 'group:default/platform',
      appliesTo: { kind: 'Component' },
      levels: ['bronze', 'silver', 'gold'],
      ...spec,
      checks: checks.map((check, index) => ({
        id: `check-${index}`,
        title: `Check ${index}`,
        level: 'bronze',
        ...check,
      })),
    },
  };
}
