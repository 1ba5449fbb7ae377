export { OnboardingTrackProcessor } from './OnboardingTrackProcessor';
