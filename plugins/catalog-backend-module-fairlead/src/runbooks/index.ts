export { RunbookProcessor } from './RunbookProcessor';
