export { ProbeRunner } from './ProbeRunner';
export { storeEntityTexts } from './storeEntityTexts';
