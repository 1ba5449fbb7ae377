import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entityMeasures, GROUP, history } from '../__fixtures__';
import { mockDeliveryApi } from '../__testUtils__/mockDeliveryApi';
import { EntityDeliveryContent } from '../entityTab';
import { rootRouteRef } from '../routes';

describe('team tab', () => {
  it('shows what the team owned then, or what it owns now, and the friction of the team', async () => {
    const getEntityMeasures = jest.fn(async () =>
      entityMeasures({ entityRef: 'group:default/checkout' }),
    );
    await renderInTestApp(
      <EntityProvider entity={GROUP}>
        <EntityDeliveryContent />
      </EntityProvider>,
      {
        apis: [
          mockDeliveryApi({
            getEntityMeasures,
            getEntityHistory: async () => history([]),
            getFriction: async entityRef => ({
              entityRef,
              weeks: [
                {
                  week: '2026-11-16',
                  reports: 2,
                  minutes: 90,
                  byKind: { waiting: { reports: 2, minutes: 90 } },
                },
              ],
            }),
          }),
          mockApis.permission(),
        ],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
          '/delivery': rootRouteRef,
        },
      },
    );
    expect(
      await screen.findByText(/what it owned when it happened/),
    ).toBeVisible();
    expect(getEntityMeasures).toHaveBeenLastCalledWith(
      'group:default/checkout',
      {},
    );
    await userEvent.click(screen.getByRole('button', { name: 'Owned today' }));
    expect(screen.getByText(/what it owns today/)).toBeVisible();
    expect(getEntityMeasures).toHaveBeenLastCalledWith(
      'group:default/checkout',
      { view: 'now' },
    );
    expect(await screen.findByRole('row', { name: /1.5 h/ })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /report friction/i }),
    ).not.toBeInTheDocument();
  });
});
