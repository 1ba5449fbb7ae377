export { readKeptFor } from './readKeptFor';
export { readWork } from './readWork';
