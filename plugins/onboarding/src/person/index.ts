export { EntityField } from './EntityField';
export { EntityName } from './EntityName';
