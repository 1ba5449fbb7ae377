export { createEventSenders } from './createEventSenders';
export { createSourceCondition } from './createSourceCondition';
export { registerPermissions } from './registerPermissions';
