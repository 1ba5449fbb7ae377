export { OwnerNotices } from './OwnerNotices';
