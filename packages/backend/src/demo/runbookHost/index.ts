export { runbookHost } from './runbookHost';
