export { createOperationsIntake } from './createOperationsIntake';
export type { OperationsWriter } from './OperationsWriter';
