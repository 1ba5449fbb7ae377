export { EntityNewHereCard } from './EntityNewHereCard';
