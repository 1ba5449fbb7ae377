export { StateLabel } from './StateLabel';
export { stateColor, type StateTone } from './stateColor';
