export { StuckLink } from './StuckLink';
export { WaitBar } from './WaitBar';
export { WaitTable } from './WaitTable';
export { WaitSums } from './WaitSums';
