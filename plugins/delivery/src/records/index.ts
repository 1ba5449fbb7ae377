export { RecordsPanel } from './RecordsPanel';
export { RecordsTable } from './RecordsTable';
