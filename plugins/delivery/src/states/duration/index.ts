export { useDurationFormat } from './useDurationFormat';
