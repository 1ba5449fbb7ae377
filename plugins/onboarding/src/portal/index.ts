export { LegacyOnboardingPage } from './LegacyOnboardingPage';
export { OnboardingPage } from './OnboardingPage';
