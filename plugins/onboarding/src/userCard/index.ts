export { UserOnboardingCard } from './UserOnboardingCard';
