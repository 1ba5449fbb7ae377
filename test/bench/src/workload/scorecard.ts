import {
  FAIRLEAD_API_VERSION,
  Rule,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { JsonObject } from '@backstage/types';
import { CHECKS, Condition } from './checks';

const OPERATORS = {
  equal: '$eq',
  atLeast: '$gte',
  atMost: '$lte',
  in: '$in',
} as const;

/** The checks as a scorecard. */
export function createScorecard(): ScorecardEntityV1alpha1 {
  return {
    apiVersion: FAIRLEAD_API_VERSION,
    kind: 'Scorecard',
    metadata: { name: 'readiness', title: 'Production readiness' },
    spec: {
      owner: 'group:default/team-0',
      appliesTo: { kind: 'Component' },
      levels: ['bronze', 'silver', 'gold'],
      checks: CHECKS.map(({ id, title, level, conditions, why, fix }) => ({
        id,
        title,
        level,
        rule: createRule(conditions),
        why,
        fix,
      })),
    },
  };
}

function createRule(conditions: Condition[]): Rule {
  const rules = conditions.map(
    ({ fact, operator, value }): JsonObject => ({
      [`facts.${fact}`]: { [OPERATORS[operator]]: value },
    }),
  );
  return rules.length === 1 ? rules[0] : { $all: rules };
}
