export { AuthorizedJourneyAnswers } from './AuthorizedJourneyAnswers';
export { DatabaseJourneyAnswers } from './DatabaseJourneyAnswers';
