export { RunFollowing } from './RunFollowing';
