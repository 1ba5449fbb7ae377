export { MatrixTab } from './MatrixTab';
export { matrixSearch } from './filters/matrixFilters';
export type { MatrixFilters } from './filters/matrixFilters';
