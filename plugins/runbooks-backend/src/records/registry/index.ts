export { SERVED_KINDS } from './setServed';
export { RunbookRegistry } from './RunbookRegistry';
export { digestOf } from './runbookId';
