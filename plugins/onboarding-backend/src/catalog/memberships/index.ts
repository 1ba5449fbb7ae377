export { endMemberships } from './endMemberships';
export { readMembers } from './readMembers';
export { readMembersOf } from './readMembersOf';
export { type OwnGroups, readOwnGroups } from './readOwnGroups';
export { GRACE, noteFirstSync, writeMemberships } from './writeMemberships';
