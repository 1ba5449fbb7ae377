export { DefinitionTab } from './DefinitionTab';
export { definitionYaml } from './definitionYaml';
