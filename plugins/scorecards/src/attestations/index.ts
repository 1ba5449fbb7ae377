export { AnswerList } from './AnswerList';
export { AnswerQuestion } from './AnswerQuestion';
export { CopyQuestion } from './CopyQuestion';
