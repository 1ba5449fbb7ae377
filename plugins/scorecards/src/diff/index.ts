export { compareLines } from './compareLines';
export { ComparedLines } from './ComparedLines';
