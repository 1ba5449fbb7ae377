export { AuthorizedHelp } from './AuthorizedHelp';
export { DatabaseHelp } from './DatabaseHelp';
export type { Help } from './Help';
export { readCalls } from './readCalls';
export { type CallForHelp, readHelp, toHelpRequest } from './readHelp';
