import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { scorecardsFactCreatePermission } from '@fairlead/backstage-plugin-scorecards-common';
import {
  createScorecardFactSourceConditionalDecision,
  scorecardFactSourceConditions,
  scorecardFactSourceRules,
} from './factSources';

describe('scorecard fact source rules', () => {
  it('tell the named sources from others', () => {
    const { hasSource } = scorecardFactSourceRules;
    const params = { sources: ['ci', 'drills'] };
    expect(hasSource.apply({ source: 'ci' }, params)).toBe(true);
    expect(hasSource.apply({ source: 'catalog' }, params)).toBe(false);
    expect(hasSource.toQuery(params)).toEqual(['ci', 'drills']);
  });

  it('make decisions that a policy can return', () => {
    expect(
      createScorecardFactSourceConditionalDecision(
        scorecardsFactCreatePermission,
        scorecardFactSourceConditions.hasSource({ sources: ['ci'] }),
      ),
    ).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'scorecards',
      resourceType: 'scorecard-fact-source',
      conditions: {
        rule: 'HAS_SOURCE',
        resourceType: 'scorecard-fact-source',
        params: { sources: ['ci'] },
      },
    });
  });
});
