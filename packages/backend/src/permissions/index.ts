export { permissionModuleTeamPolicy } from './permissionModuleTeamPolicy';
export { permissionPolicy } from './permissionPolicy';
