export { JourneyStarting } from './JourneyStarting';
