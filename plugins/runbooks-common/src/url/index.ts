export { expandRunbookUrl } from './expandRunbookUrl';
export type { ExpandedRunbookUrl, RunbookUrlContext } from './expandRunbookUrl';
export { describeHalfUrl } from './describeHalfUrl';
