export { WaiversView } from './WaiversView';
