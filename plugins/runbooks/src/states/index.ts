export * from './panels';
export { stateColor, type StateTone } from './stateColor';
export { StateLabel } from './StateLabel';
export { useDurationFormat } from './useDurationFormat';
