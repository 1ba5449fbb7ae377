export { HomeRunbooks } from './HomeRunbooks';
