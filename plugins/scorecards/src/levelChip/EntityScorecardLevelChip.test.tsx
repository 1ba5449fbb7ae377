import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import {
  COMPONENT,
  entityScorecards,
  PASSING_RESULT,
  result,
} from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { EntityScorecardLevelChip } from './EntityScorecardLevelChip';

async function renderChip(
  scorecards = [PASSING_RESULT, result()],
  scorecardRef?: string,
) {
  const api = mockScorecardsApi({
    getEntityScorecards: jest.fn(async () => entityScorecards(scorecards)),
  });
  const page = await renderInTestApp(
    <EntityProvider entity={COMPONENT}>
      <EntityScorecardLevelChip scorecardRef={scorecardRef} />
    </EntityProvider>,
    {
      apis: [api],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { api, page };
}

describe('level chip', () => {
  it('shows the scorecard on which the entity stands lowest', async () => {
    await renderChip();
    const chip = await screen.findByRole('link', {
      name: 'Lowest: Bronze · Production readiness',
    });
    expect(chip).toHaveAttribute(
      'title',
      'Production readiness: Bronze, level 1 of 3',
    );
    expect(chip).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-web/scorecards',
    );
  });

  it('shows the scorecard that is asked for', async () => {
    await renderChip(undefined, PASSING_RESULT.scorecardRef);
    expect(
      await screen.findByRole('link', {
        name: `Gold · ${PASSING_RESULT.title}`,
      }),
    ).toBeVisible();
  });

  it('stays away from an entity without results', async () => {
    const { api } = await renderChip([]);
    await waitFor(() => expect(api.getEntityScorecards).toHaveBeenCalled());
    await waitFor(() =>
      expect(document.querySelector('.MuiSkeleton-root')).toBeNull(),
    );
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
