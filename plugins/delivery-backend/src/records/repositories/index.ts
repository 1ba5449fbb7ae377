export { findNews, learnNames } from './learnNames';
export { listRepositories } from './listRepositories';
export { readPresentKeys } from './readPresentKeys';
export { RecordRenaming } from './RecordRenaming';
export {
  holdNames,
  isLeaving,
  type MentionedRepository,
  RepositoryNames,
} from './RepositoryNames';
