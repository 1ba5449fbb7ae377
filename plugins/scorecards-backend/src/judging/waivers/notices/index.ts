export { remindOfExpiry } from './remindOfExpiry';
export { WaiverNotices } from './WaiverNotices';
