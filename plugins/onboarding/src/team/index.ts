export { GroupOnboardingCard } from './GroupOnboardingCard';
export { GroupOnboardingContent } from './GroupOnboardingContent';
