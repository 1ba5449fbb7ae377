export { RunbookRegistry } from './RunbookRegistry';
export { digestOf } from './runbookId';
