export { SERVED_KINDS } from './setServed';
export { RunbookRegistry } from './RunbookRegistry';
