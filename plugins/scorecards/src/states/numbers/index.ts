export { useNumberFormat } from './useNumberFormat';
