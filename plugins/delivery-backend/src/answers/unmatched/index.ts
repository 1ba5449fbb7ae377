export { AuthorizedUnmatchedSubjects } from './AuthorizedUnmatchedSubjects';
export { DatabaseUnmatchedSubjects } from './DatabaseUnmatchedSubjects';
