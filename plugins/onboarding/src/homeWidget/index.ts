export { HomeOnboarding } from './HomeOnboarding';
