import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { SCORECARD } from './__fixtures__';
import { mockScorecardsApi } from './__testUtils__/mockScorecardsApi';
import { scorecardsScmApiRef } from './fixes/scm';
import * as legacy from './legacy';
import { scorecardsPlugin } from './plugin';

describe('scorecards plugin', () => {
  it('opens its page at /scorecards', async () => {
    renderTestApp({
      features: [scorecardsPlugin],
      apis: [
        mockScorecardsApi({
          listScorecards: async () => ({ items: [SCORECARD], totalItems: 1 }),
        }),
      ],
      initialRouteEntries: ['/scorecards'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole(
        'link',
        { name: /Production readiness/ },
        { timeout: 10_000 },
      ),
    ).toHaveAttribute('href', '/scorecards/default/production-readiness');
  });

  it('offers to the old system what the new one mounts', () => {
    expect(Object.keys(legacy).sort()).toEqual([
      'EntityScorecardLevelChip',
      'EntityScorecardLevelPicker',
      'EntityScorecardsCard',
      'EntityScorecardsContent',
      'GroupScorecardsCard',
      'HomeScorecardsCard',
      'ScorecardsPage',
      'createScorecardLevelColumn',
      'scorecardsPlugin',
    ]);
  });

  it('opens pull requests in either system, and lets an app say how', () => {
    expect(
      [...legacy.scorecardsPlugin.getApis()].map(({ api }) => api.id),
    ).toContain(scorecardsScmApiRef.id);
    expect(scorecardsPlugin.getExtension('api:scorecards/scm')).toBeDefined();
  });
});
