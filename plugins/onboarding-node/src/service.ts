import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { OnboardingValues } from '@fairlead/backstage-plugin-onboarding-common';
import { OnboardingServiceClient } from './OnboardingServiceClient';

/**
 * The onboarding backend as other backends see it.
 *
 * @public
 */
export interface OnboardingService {
  /**
   * What is known of the teams and tracks whose values changed, page by page, for ever resumable; see `GET /values`.
   *
   * @param options - `after` is the cursor of the page before
   */
  readValues(options?: {
    after?: string;
    limit?: number;
  }): Promise<{ items: OnboardingValues[]; cursor: string }>;
}

/**
 * Reaches the onboarding backend from another plugin, with that plugin's own credentials.
 *
 * @public
 */
export const onboardingServiceRef = createServiceRef<OnboardingService>({
  id: 'onboarding.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => OnboardingServiceClient.create(deps),
    }),
});
