export { createReadContext } from './createReadContext';
export { hashPerson } from './hashPerson';
export { readPersonKey } from './readPersonKey';
