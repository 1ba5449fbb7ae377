import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useLocation } from 'react-router-dom';
import { mockDeliveryApi } from '../../__testUtils__/mockDeliveryApi';
import { DeliveryApi } from '../../api';
import { rootRouteRef } from '../../routes';
import { DeliveryPage } from '../DeliveryPage';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{decodeURIComponent(pathname + search)}</output>;
}

/** The address of the page that {@link renderDelivery} drew. */
export function address(): string {
  return [...document.querySelectorAll('output')].at(-1)!.textContent!;
}

/** Renders the portal page at a path of its own; the address is shown in an output. */
export function renderDelivery(
  path: string,
  api: Partial<DeliveryApi>,
  permission: ReturnType<typeof mockApis.permission> = mockApis.permission(),
) {
  return renderInTestApp(
    <>
      <DeliveryPage />
      <Address />
    </>,
    {
      mountPath: '/delivery/*',
      initialRouteEntries: [`/delivery${path}`],
      mountedRoutes: {
        '/delivery': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [mockDeliveryApi(api), permission],
    },
  );
}
