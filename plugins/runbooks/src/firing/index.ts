export { FiringList } from './FiringList';
