export { readWork } from './readWork';
