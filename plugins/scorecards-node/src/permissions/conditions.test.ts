import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { scorecardsResultReadPermission } from '@fairlead/backstage-plugin-scorecards-common';
import {
  createScorecardResultConditionalDecision,
  scorecardResultConditions,
} from './conditions';
import { scorecardResultRules } from './rules';

const resource = {
  scorecardRef: 'scorecard:default/readiness',
  entityRef: 'component:default/checkout',
  kind: 'component',
  ownerRef: 'group:default/payments',
  scorecardOwnerRef: 'group:default/platform',
};

describe('scorecard result rules', () => {
  it.each([
    [
      'forScorecard',
      { scorecardRefs: ['Scorecard:Default/Readiness'] },
      true,
      { property: 'scorecardRef', values: ['scorecard:default/readiness'] },
    ],
    [
      'forScorecard',
      { scorecardRefs: ['other'] },
      false,
      { property: 'scorecardRef', values: ['scorecard:default/other'] },
    ],
    [
      'ofKind',
      { kinds: ['API', 'Component'] },
      true,
      { property: 'kind', values: ['api', 'component'] },
    ],
    [
      'ownedBy',
      { ownerRefs: ['payments', 'user:default/ann'] },
      true,
      {
        property: 'ownerRef',
        values: ['group:default/payments', 'user:default/ann'],
      },
    ],
    [
      'isEntityOwner',
      { claims: ['user:default/ann', 'group:default/payments'] },
      true,
      {
        property: 'ownerRef',
        values: ['user:default/ann', 'group:default/payments'],
      },
    ],
    [
      'isScorecardOwner',
      { claims: ['group:default/payments'] },
      false,
      { property: 'scorecardOwnerRef', values: ['group:default/payments'] },
    ],
    [
      'isScorecardOwner',
      { claims: ['Group:Default/Platform'] },
      true,
      { property: 'scorecardOwnerRef', values: ['group:default/platform'] },
    ],
    [
      'inSystem',
      { systemRefs: ['checkout'] },
      false,
      { property: 'systemRef', values: ['system:default/checkout'] },
    ],
  ] as const)('%s(%j) gives %s', (name, params, applies, filter) => {
    const rule = scorecardResultRules[name];
    expect(rule.apply(resource, params as never)).toBe(applies);
    expect(rule.toQuery(params as never)).toEqual(filter);
  });

  it('makes decisions that a policy can return', () => {
    expect(
      createScorecardResultConditionalDecision(
        scorecardsResultReadPermission,
        scorecardResultConditions.ofKind({ kinds: ['component'] }),
      ),
    ).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'scorecards',
      resourceType: 'scorecard-result',
      conditions: {
        rule: 'OF_KIND',
        resourceType: 'scorecard-result',
        params: { kinds: ['component'] },
      },
    });
  });
});
