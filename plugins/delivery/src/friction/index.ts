export { FrictionSection } from './FrictionSection';
export { ReportFriction } from './ReportFriction';
