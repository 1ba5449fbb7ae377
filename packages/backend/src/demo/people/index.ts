export { authModuleDemoPerson } from './authModuleDemoPerson';
export { createPersonClient } from './PersonClient';
export type { PersonClient } from './PersonClient';
