export { storeEntityTexts } from './storeEntityTexts';
