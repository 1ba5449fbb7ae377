export { RecordLink } from './RecordLink';
export { RecordsPanel } from './RecordsPanel';
export { RecordsTable } from './RecordsTable';
