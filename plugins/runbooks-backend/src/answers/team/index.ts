export { AuthorizedTeam } from './AuthorizedTeam';
export { DatabaseTeam } from './DatabaseTeam';
export { SharedTeam } from './SharedTeam';
export type { TeamAnswers } from './TeamAnswers';
