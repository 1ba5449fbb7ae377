export { DraftFiles } from './DraftFiles';
