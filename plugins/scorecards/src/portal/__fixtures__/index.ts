export { createExampleApi } from './createExampleApi';
export { DEFINITION, DEFINITION_YAML } from './definition';
export { FACTS, SOURCES } from './facts';
