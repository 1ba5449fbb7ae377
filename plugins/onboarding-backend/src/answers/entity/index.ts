export { EntityAnswers } from './EntityAnswers';
