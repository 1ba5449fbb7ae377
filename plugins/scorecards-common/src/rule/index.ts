export { describeRule } from './describeRule';
export { wantedFields } from './wantedFields';
export type { WantedField } from './wantedFields';
