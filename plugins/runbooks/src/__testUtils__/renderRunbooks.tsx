import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { useLocation } from 'react-router-dom';
import { GROUP } from '../__fixtures__';
import { mockRunbooksApi } from './mockRunbooksApi';
import { RunbooksApi } from '../api';
import { runbooksPlugin } from '../plugin';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{decodeURIComponent(pathname + search)}</output>;
}

const addressElement = AppRootElementBlueprint.make({
  name: 'address',
  params: { element: <Address /> },
});

/** The address of the page that {@link renderRunbooks} drew. */
export function address(): string {
  return [...document.querySelectorAll('output')].at(-1)!.textContent!;
}

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
