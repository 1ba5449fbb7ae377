export { createScaffolder, type Scaffolder } from './Scaffolder';
