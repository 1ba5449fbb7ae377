export { CohortWords } from './CohortWords';
export { SetupWords } from './SetupWords';
