export { UnmatchedList } from './UnmatchedList';
