export { AuthorizedHealth } from './AuthorizedHealth';
export { DatabaseHealth } from './DatabaseHealth';
export { createInstruments, type Instruments } from './Instruments';
export { observeHealth } from './observeHealth';
