export { RollupTab } from './RollupTab';
