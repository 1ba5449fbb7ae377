export { AuthorizedRunbookFor } from './AuthorizedRunbookFor';
export { DatabaseRunbookFor } from './DatabaseRunbookFor';
export type { RunbookForAnswers } from './RunbookForAnswers';
