export { createReadContext } from './createReadContext';
export { maskPersons } from './maskPersons';
export { readPersonKey } from './readPersonKey';
