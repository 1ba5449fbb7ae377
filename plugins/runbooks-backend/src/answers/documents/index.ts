export { RunbookDocuments } from './RunbookDocuments';
