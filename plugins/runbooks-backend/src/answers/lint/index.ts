export { RunbookLint } from './RunbookLint';
