import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { COMPONENT, entityScorecards } from './__fixtures__';
import { mockScorecardsApi } from './__testUtils__/mockScorecardsApi';
import { EntityScorecardsCard } from './entityCard';
import { EntityScorecardsContent } from './entityTab';
import { EntityScorecardLevelChip } from './levelChip';
import { rootRouteRef } from './routes';

describe('an entity page', () => {
  it('asks once for all that shows the scorecards of the entity', async () => {
    const api = mockScorecardsApi({
      getEntityScorecards: jest.fn(async () => entityScorecards()),
    });
    await renderInTestApp(
      <EntityProvider entity={COMPONENT}>
        <EntityScorecardLevelChip />
        <EntityScorecardsCard />
        <EntityScorecardsContent />
      </EntityProvider>,
      {
        apis: [api],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
          '/scorecards': rootRouteRef,
        },
      },
    );
    expect(await screen.findAllByText('2 checks to silver')).toHaveLength(2);
    expect(screen.getAllByText('Bronze').length).toBeGreaterThan(2);
    expect(api.getEntityScorecards).toHaveBeenCalledTimes(1);
    expect(api.getEntityScorecards).toHaveBeenCalledWith(
      'component:default/checkout-web',
    );
  });
});
