export * from './AddressReader';
export * from './readProbeOptionsFromConfig';
export { ScmReader } from './ScmReader';
export { TechdocsReader } from './TechdocsReader';
export { WebReader } from './WebReader';
