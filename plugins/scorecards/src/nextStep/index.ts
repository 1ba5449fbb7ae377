export { CheckAction } from './CheckAction';
export { announcedChecks, nextChecks } from './nextChecks';
export { useSummaryWords } from './useSummaryWords';
