export { QuarantineList } from './QuarantineList';
