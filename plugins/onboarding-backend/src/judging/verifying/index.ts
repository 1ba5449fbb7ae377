export { FactVerifying } from './FactVerifying';
export { RecordVerifying } from './RecordVerifying';
