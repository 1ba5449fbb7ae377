import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { GROUP, TRACK_ENTITY, USER } from '../__fixtures__';
import { OnboardingApi } from '../api';
import { onboardingPlugin } from '../plugin';
import { mockOnboardingApi } from './mockOnboardingApi';

/** Renders the portal page as the plugin brings it into an app. */
export function renderOnboarding(
  path: string,
  api: Partial<OnboardingApi>,
  permission: ReturnType<typeof mockApis.permission> = mockApis.permission(),
) {
  return renderTestApp({
    features: [onboardingPlugin],
    initialRouteEntries: [`/onboarding${path}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      mockOnboardingApi(api),
      [
        catalogApiRef,
        catalogApiMock({ entities: [GROUP, USER, TRACK_ENTITY] }),
      ],
      permission,
    ],
  });
}
