export { JourneyPage } from './JourneyPage';
export { MyJourneyPage } from './MyJourneyPage';
