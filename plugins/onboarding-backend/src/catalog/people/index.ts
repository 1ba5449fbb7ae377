export { type Audience, readAudience } from './readAudience';
export { readManagerOf } from './readManagerOf';
export { readStartDate } from './readStartDate';
