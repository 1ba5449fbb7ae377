export { createExampleApi } from './createExampleApi';
export { DEFINITION } from './definition';
export { FACTS } from './facts';
