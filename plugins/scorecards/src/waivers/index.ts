export { AskForWaiver } from './AskForWaiver';
export { WaiverState } from './WaiverState';
