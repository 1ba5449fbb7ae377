export { createReadContext } from './createReadContext';
export { hashPerson } from './hashPerson';
export { maskPersons } from './maskPersons';
export { readPersonKey } from './readPersonKey';
