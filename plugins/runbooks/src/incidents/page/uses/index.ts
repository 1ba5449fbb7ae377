export { UsesSection } from './UsesSection';
