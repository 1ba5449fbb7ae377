export { OnboardingClient } from './OnboardingClient';
export { onboardingApiRef } from './OnboardingApi';
export type {
  InsightsQuery,
  JourneyAnswer,
  OnboardingApi,
  TracksQuery,
} from './OnboardingApi';
