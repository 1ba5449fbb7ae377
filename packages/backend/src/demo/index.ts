export { scorecardsModuleDemoFacts } from './scorecardsModuleDemoFacts';
export { demoPlugin } from './year';
