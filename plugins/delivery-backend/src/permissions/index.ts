export { createEventSenders } from './createEventSenders';
export {
  createSourceCondition,
  type SourceCondition,
} from './createSourceCondition';
export { registerPermissions } from './registerPermissions';
