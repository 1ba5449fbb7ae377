export { remindOfExpiry } from './remindOfExpiry';
