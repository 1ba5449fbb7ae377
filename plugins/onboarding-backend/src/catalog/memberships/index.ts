export { endMemberships } from './endMemberships';
export { readMembers } from './readMembers';
export { readOwnGroups } from './readOwnGroups';
export { GRACE, noteFirstSync, writeMemberships } from './writeMemberships';
