export { FiringList } from './FiringList';
export { FiringRow } from './FiringRow';
