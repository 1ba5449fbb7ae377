export { createRevisionReader } from './createRevisionReader';
