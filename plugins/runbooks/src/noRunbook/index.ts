export { NoRunbook } from './NoRunbook';
