export { Serves } from './Serves';
