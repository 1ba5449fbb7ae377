import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { mockDeliveryApi } from './__testUtils__/mockDeliveryApi';
import * as legacy from './legacy';
import { deliveryPlugin } from './plugin';
import { overview } from './portal/__fixtures__';

describe('delivery plugin', () => {
  it('opens its page at /delivery', async () => {
    renderTestApp({
      features: [deliveryPlugin],
      apis: [mockDeliveryApi({ getOverview: async () => overview() })],
      initialRouteEntries: ['/delivery'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByText('Where work waits', {}, { timeout: 10_000 }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Sources' })).toHaveAttribute(
      'href',
      '/delivery/sources',
    );
  });

  it('offers to the old system what the new one mounts', () => {
    expect(Object.keys(legacy).sort()).toEqual([
      'DeliveryPage',
      'EntityDeliveryCard',
      'EntityDeliveryContent',
      'GroupDeliveryCard',
      'HomeDeliveryCard',
      'deliveryPlugin',
    ]);
  });
});
