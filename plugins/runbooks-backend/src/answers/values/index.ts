export { EntityValues } from './EntityValues';
