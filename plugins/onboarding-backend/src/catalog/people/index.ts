export { type Audience, readAudience } from './readAudience';
export { MANAGER, readManagerOf } from './readManagerOf';
export { readStartDate } from './readStartDate';
