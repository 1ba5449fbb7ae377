export { describeRule } from './describeRule';
