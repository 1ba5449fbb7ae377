export { AskForWaiver } from './AskForWaiver';
export { WaiverActions } from './WaiverActions';
export { WaiverEnding } from './WaiverEnding';
export { WaiverHistory } from './WaiverHistory';
export { WaiverSides } from './WaiverSides';
export { WaiverState } from './WaiverState';
export { WaiverStateLabel } from './WaiverStateLabel';
