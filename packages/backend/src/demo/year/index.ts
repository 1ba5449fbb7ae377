export { demoPlugin } from './demoPlugin';
