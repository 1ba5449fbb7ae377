export { CiSection } from './CiSection';
