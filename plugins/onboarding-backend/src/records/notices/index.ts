export { createNotify, type Notify } from './createNotify';
export { noticeLinks } from './links';
