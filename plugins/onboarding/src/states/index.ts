export * from './panels';
export { useDurationFormat } from './useDurationFormat';
