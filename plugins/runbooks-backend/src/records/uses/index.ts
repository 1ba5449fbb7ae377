export { AuthorizedUses } from './AuthorizedUses';
export { createUseSignals } from './createUseSignals';
export { DatabaseUses } from './DatabaseUses';
export { readUse } from './readUse';
export { readVisibleUse } from './readVisibleUse';
export type { Uses } from './Uses';
export { whereUseVisible } from './whereUseVisible';
