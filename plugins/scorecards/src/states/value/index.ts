export { useValueFormat } from './useValueFormat';
