export { StuckLink } from './StuckLink';
export { useChangeDays } from './useChangeDays';
export { WaitBar } from './WaitBar';
export { WaitTable } from './WaitTable';
export { WaitSums } from './WaitSums';
