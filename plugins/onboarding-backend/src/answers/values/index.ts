export { ValueAnswers } from './ValueAnswers';
