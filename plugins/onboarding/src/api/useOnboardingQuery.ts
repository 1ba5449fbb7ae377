import { createQueryHooks } from '@fairlead/frontend-parts';
import { onboardingApiRef } from './OnboardingApi';

export const {
  useQueriedApi: useOnboardingApi,
  useApiQuery: useOnboardingQuery,
} = createQueryHooks(onboardingApiRef);
