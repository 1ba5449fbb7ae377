export { AuthorizedUseAnswers } from './AuthorizedUseAnswers';
export { DatabaseUseAnswers } from './DatabaseUseAnswers';
export type { UseAnswers } from './UseAnswers';
