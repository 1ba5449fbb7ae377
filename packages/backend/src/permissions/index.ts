export { permissionModuleDemoPolicy } from './permissionModuleDemoPolicy';
