export { readGate } from './readGate';
