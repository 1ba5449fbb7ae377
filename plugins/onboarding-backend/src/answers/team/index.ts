export { AuthorizedTeam } from './AuthorizedTeam';
export { DatabaseTeam } from './DatabaseTeam';
