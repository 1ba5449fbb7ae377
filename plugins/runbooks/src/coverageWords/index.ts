export { useCoverageWords } from './useCoverageWords';
