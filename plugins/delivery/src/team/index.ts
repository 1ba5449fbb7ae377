export { ViewChoice } from './ViewChoice';
