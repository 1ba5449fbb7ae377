export { NothingToJudge } from './NothingToJudge';
