export { type RepositoryAnnotations } from './subjects';
export { queueAlerts } from './findAlertEnds';
export { RecordRematch } from './RecordRematch';
export { matchRecords } from './matchRecords';
export { queueSubjects } from './queueSubjects';
export { recordsOfSubject, unmatchedSubjects } from './unmatchedSubjects';
export {
  isSameAbout,
  mergeSubjects,
  mergeTold,
  readSubjectsOfRecords,
  type StoredSubjects,
  type ToldSubjects,
} from './subjectsOfRecords';
