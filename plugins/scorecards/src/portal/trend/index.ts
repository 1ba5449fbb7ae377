export { TrendTab } from './TrendTab';
