export { AuthorizedTeam } from './AuthorizedTeam';
export { DatabaseTeam } from './DatabaseTeam';
export type { TeamAnswers } from './TeamAnswers';
