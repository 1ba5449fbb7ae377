export { registerPermissions } from './registerPermissions';
