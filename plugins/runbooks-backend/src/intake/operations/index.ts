export { OperationsIntake } from './OperationsIntake';
export type { OperationsWriter } from './OperationsWriter';
