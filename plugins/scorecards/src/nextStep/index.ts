export { CheckAction } from './CheckAction';
export { announcedChecks, nextChecks } from './nextChecks';
export { summarize } from './summarize';
export { useSummaryWords } from './useSummaryWords';
