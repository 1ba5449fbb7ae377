export { REPOSITORY_ANNOTATIONS } from './subjects';
export { RecordRematch } from './RecordRematch';
export { listUnmatched } from './listUnmatched';
export { matchRecords, type RecordToMatch } from './matchRecords';
export { queueSubjects } from './queueSubjects';
export { unmatchedSubjects } from './unmatchedSubjects';
