export { AuthorizedJourneyAnswers } from './AuthorizedJourneyAnswers';
export { DatabaseJourneyAnswers } from './DatabaseJourneyAnswers';
export type { JourneyAnswers, Viewer } from './JourneyAnswers';
