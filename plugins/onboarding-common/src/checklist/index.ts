export { importChecklist } from './importChecklist';
export type { ChecklistProblem, ImportedChecklist } from './types';
