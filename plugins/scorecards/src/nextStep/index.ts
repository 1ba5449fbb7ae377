export { CheckAction } from './CheckAction';
export { announcedChecks, nextChecks } from './nextChecks';
export { troubledFirst } from './troubledFirst';
export { useSummaryWords } from './useSummaryWords';
