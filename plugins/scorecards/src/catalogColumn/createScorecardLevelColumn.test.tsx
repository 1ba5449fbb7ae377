import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { COMPONENT, result } from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { createScorecardLevelColumn } from './createScorecardLevelColumn';

describe('createScorecardLevelColumn', () => {
  it('shows the level of each row, with one request for the page', async () => {
    const entities = ['a', 'b', 'c'].map(name => ({
      ...COMPONENT,
      metadata: { name, namespace: 'default' },
    }));
    const api = mockScorecardsApi({
      getEntityLevels: jest.fn(async () => ({
        items: [
          { entityRef: 'component:default/a', scorecards: [result()] },
          {
            entityRef: 'component:default/b',
            scorecards: [result({ level: null })],
          },
        ],
      })),
    });
    const { render } = createScorecardLevelColumn({
      scorecardRef: 'scorecard:default/production-readiness',
    });
    await renderInTestApp(
      <MockEntityListContextProvider value={{ entities }}>
        {entities.map(entity => (
          <div key={entity.metadata.name}>{render?.({ entity }, 'row')}</div>
        ))}
      </MockEntityListContextProvider>,
      {
        apis: [api],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(await screen.findByText('Bronze')).toBeVisible();
    expect(screen.getByText('No level yet')).toBeVisible();
    expect(screen.getByText('—')).toBeVisible();
    expect(api.getEntityLevels).toHaveBeenCalledTimes(1);
    expect(api.getEntityLevels).toHaveBeenCalledWith([
      'component:default/a',
      'component:default/b',
      'component:default/c',
    ]);
  });
});
