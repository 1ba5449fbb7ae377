export * from './panels';
export { StateLabel } from './StateLabel';
export { type StateTone } from './stateColor';
export { useDurationFormat } from './useDurationFormat';
