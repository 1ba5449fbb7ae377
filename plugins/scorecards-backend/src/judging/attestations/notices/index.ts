export { describeContradiction } from './describeContradiction';
export { remindOfExpiry } from './remindOfExpiry';
