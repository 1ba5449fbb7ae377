export { OwnershipReader } from './OwnershipReader';
export { readTeamsBelow } from './readTeamsBelow';
