export { endMemberships } from './endMemberships';
export { readMembers } from './readMembers';
export { type OwnGroups, readOwnGroups } from './readOwnGroups';
export { GRACE, noteFirstSync, writeMemberships } from './writeMemberships';
