export { HelpQuestion } from './HelpQuestion';
export { HelpRequestRow } from './HelpRequestRow';
