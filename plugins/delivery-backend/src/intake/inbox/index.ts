export { DatabaseInbox } from './DatabaseInbox';
export { DoorCounts } from './DoorCounts';
export type { Inbox } from './Inbox';
export { subscribeInbox } from './subscribeInbox';
export { untilStored } from './untilStored';
