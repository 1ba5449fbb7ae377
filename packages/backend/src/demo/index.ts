export { scorecardsModuleDemoFacts } from './scorecardsModuleDemoFacts';
