export { AnswerList } from './AnswerList';
export { AnswerQuestion } from './AnswerQuestion';
