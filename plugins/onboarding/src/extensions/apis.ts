import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { OnboardingClient, onboardingApiRef } from '../api';

/** The client of the onboarding backend. */
export const onboardingApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: onboardingApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => OnboardingClient.create({ fetchApi }),
    }),
});
