export { readTeamCatalog } from './readTeamCatalog';
export { TaskGenerating } from './TaskGenerating';
