import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { addressElement } from '@fairlead/frontend-parts/testUtils';
import { mockDeliveryApi } from '../../__testUtils__/mockDeliveryApi';
import { DeliveryApi } from '../../api';
import { deliveryPlugin } from '../../plugin';

/** Renders the portal page as the plugin brings it into an app; the address is shown in an output. */
export function renderDelivery(
  path: string,
  api: Partial<DeliveryApi>,
  permission: ReturnType<typeof mockApis.permission> = mockApis.permission(),
) {
  return renderTestApp({
    features: [deliveryPlugin],
    extensions: [addressElement],
    initialRouteEntries: [`/delivery${path}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [mockDeliveryApi(api), permission],
  });
}
