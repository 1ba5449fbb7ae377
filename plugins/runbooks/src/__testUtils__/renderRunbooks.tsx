import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { addressElement } from '@fairlead/frontend-parts/testUtils';
import { GROUP } from '../__fixtures__';
import { mockRunbooksApi } from './mockRunbooksApi';
import { RunbooksApi } from '../api';
import { runbooksPlugin } from '../plugin';

/** Renders the portal page as the plugin brings it into an app; the address is shown in an output. */
export function renderRunbooks(
  path: string,
  api: Partial<RunbooksApi>,
  permission: ReturnType<typeof mockApis.permission> = mockApis.permission(),
) {
  return renderTestApp({
    features: [runbooksPlugin],
    extensions: [addressElement],
    initialRouteEntries: [`/runbooks${path}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      mockRunbooksApi(api),
      [catalogApiRef, catalogApiMock({ entities: [GROUP] })],
      permission,
    ],
  });
}
